package dev.snag.findings.report.html;

import dev.snag.findings.UtcTime;
import dev.snag.findings.report.Headline;
import dev.snag.findings.report.RunReport;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The report as one HTML page.
 *
 * <p>Summary and snags are in the markup, so that they can be read without a script; what moves is drawn from the data
 * below them.
 */
public final class HtmlReport {

    private static final List<String> SCRIPTS = List.of(
            "model.js",
            "filter.js",
            "table.js",
            "axis.js",
            "lanes.js",
            "overview.js",
            "timeline.js",
            "icicle.js",
            "start.js");

    private HtmlReport() {}

    /**
     * The page.
     *
     * @param madeAt when it is made, which it says at its end
     */
    public static String text(RunReport report, Instant madeAt) {
        Headline headline = Headline.of(report);
        Map<String, String> parts = new HashMap<>();
        parts.put("title", Markup.escaped(headline.sentence()));
        parts.put("mood", headline.mood().name().toLowerCase(Locale.ROOT));
        parts.put("style", Template.resource("report.css"));
        parts.put("summary", SummaryHtml.text(report, headline));
        parts.put("kinds", FilterHtml.kinds(report));
        parts.put("states", FilterHtml.states(report));
        parts.put("tests", FilterHtml.tests(report));
        parts.put("timelineNote", Markup.escaped(Notes.timeline(report)));
        parts.put("stacksNote", Markup.escaped(Notes.stacks(report)));
        parts.put("snags", SnagsHtml.rows(report));
        parts.put("snagsNote", Markup.escaped(Notes.snags(report)));
        parts.put("watched", WatchedHtml.text(report));
        parts.put("made", Markup.escaped(UtcTime.millis(madeAt)));
        parts.put("data", ReportData.json(report));
        parts.put("script", SCRIPTS.stream().map(Template::resource).collect(Collectors.joining("\n")));
        parts.put("empty", report.snags().isEmpty() ? "hidden" : "");
        return Template.filled(Template.resource("report.html"), parts);
    }
}
