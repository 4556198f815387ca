package dev.snag.findings.report.github;

import dev.snag.findings.Verdict;
import dev.snag.findings.report.Headline;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SnagReport;
import dev.snag.findings.report.SnagText;
import dev.snag.findings.report.SourcePaths;
import dev.snag.findings.report.Spot;
import java.util.ArrayList;
import java.util.List;

/**
 * A command a snag. GitHub shows ten errors and ten warnings of a step and drops the rest without a word, so no more are
 * printed, and how many there are is said in a notice.
 */
public final class WorkflowCommands {

    static final int MOST_OF_A_KIND = 10;

    private WorkflowCommands() {}

    /** The lines. */
    public static String text(RunReport report, SourcePaths sources) {
        var lines = new ArrayList<String>();
        // The last of the errors is for what is doubtful: a gate that fails for that alone must say so as well.
        int errors = report.checked().doubts().isEmpty() ? MOST_OF_A_KIND : MOST_OF_A_KIND - 1;
        add(lines, report, sources, Verdict.FAILS, "error", errors);
        add(lines, report, sources, Verdict.WARNING_ONLY, "warning", MOST_OF_A_KIND);
        if (!report.checked().doubts().isEmpty()) {
            lines.add("::error title=Snag cannot know that all was seen::"
                    + data(String.join("\n", report.checked().doubts())));
        }
        Headline headline = Headline.of(report);
        lines.add("::notice title=Snag::" + data(headline.sentence() + " " + String.join(" ", headline.more())));
        return String.join("\n", lines) + "\n";
    }

    private static void add(
            List<String> lines, RunReport report, SourcePaths sources, Verdict verdict, String command, int most) {
        report.snags().stream()
                .filter(snag -> snag.verdict() == verdict)
                .limit(most)
                .forEach(snag -> lines.add(line(snag, sources, command)));
    }

    private static String line(SnagReport snag, SourcePaths sources, String command) {
        Spot spot = Spot.of(snag, sources);
        var place = new StringBuilder();
        if (spot.found()) {
            place.append("file=").append(property(spot.path())).append(',');
            if (spot.line() > 0) {
                place.append("line=").append(spot.line()).append(',');
            }
        }
        return "::" + command + " " + place + "title=" + property(SnagText.headline(snag)) + "::"
                + data(SnagText.message(snag) + "\nat " + SnagText.where(snag) + ", snag " + snag.fingerprint());
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
