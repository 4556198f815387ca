package dev.snag.findings.report.html;

import dev.snag.findings.report.Figures;
import dev.snag.findings.report.Headline;
import dev.snag.findings.report.Plural;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.text.Span;
import java.util.List;

/** The top of the page: whether all is well, the figures, and what is doubtful. */
final class SummaryHtml {

    private static final int MOST_DOUBTS = 20;

    private SummaryHtml() {}

    static String text(RunReport report, Headline headline) {
        var html = new Markup();
        html.raw("<h1 id=\"verdict\">").text(headline.sentence()).raw("</h1>");
        html.raw("<p class=\"more\">").text(String.join(" ", headline.more())).raw("</p>");
        html.element("p", "gate", gate(report));
        doubts(html, report.checked().doubts());
        figures(html, report);
        return html.toString();
    }

    private static String gate(RunReport report) {
        String failOn = "fail-on=" + report.policy().failOn();
        return switch (report.checked().result().outcome()) {
            case OFF -> null;
            case PASSES -> "The gate passes (" + failOn + ").";
            case FAILS -> "The gate fails (" + failOn + ").";
            case UNTRUSTED -> "The gate fails (" + failOn + "), as it cannot be known that all was seen.";
        };
    }

    private static void doubts(Markup html, List<String> doubts) {
        if (doubts.isEmpty()) {
            return;
        }
        html.raw("<div class=\"doubts\" role=\"note\"><h2>What may not have been seen</h2><ul>");
        doubts.stream()
                .limit(MOST_DOUBTS)
                .forEach(doubt -> html.raw("<li>").text(doubt).raw("</li>"));
        if (doubts.size() > MOST_DOUBTS) {
            html.raw("<li>")
                    .text("and " + (doubts.size() - MOST_DOUBTS) + " more")
                    .raw("</li>");
        }
        html.raw("</ul></div>");
    }

    private static void figures(Markup html, RunReport report) {
        Figures figures = report.figures();
        html.raw("<dl class=\"figures\">");
        figure(html, "snags", "Snags", Plural.grouped(figures.snags()));
        figure(html, "occurrences", "Occurrences", Plural.grouped(figures.occurrences()));
        figure(html, "held", "Held in all", Span.text(figures.heldMs()));
        figure(html, "longest", "Longest", Span.text(figures.longestMs()));
        figure(html, "outages", "Outages", Plural.grouped(figures.outages()));
        figure(html, "mounts", "Mounts watched", Plural.grouped(figures.holds()));
        figure(html, "jvms", "JVMs", Plural.grouped(figures.jvms()));
        html.raw("</dl>");
    }

    private static void figure(Markup html, String name, String term, String value) {
        html.raw("<div data-figure=\"" + name + "\"><dt>")
                .text(term)
                .raw("</dt><dd>")
                .text(value)
                .raw("</dd></div>");
    }
}
