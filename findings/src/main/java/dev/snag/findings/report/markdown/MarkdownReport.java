package dev.snag.findings.report.markdown;

import dev.snag.findings.Verdict;
import dev.snag.findings.report.Headline;
import dev.snag.findings.report.Plural;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SnagReport;
import dev.snag.findings.report.SnagText;
import dev.snag.findings.text.ConnectionsText;
import dev.snag.findings.text.FindingText;
import dev.snag.findings.text.Span;
import java.util.List;

/** What a reviewer has to know: whether it fails, a table of the snags, and all about the first few of them. */
public final class MarkdownReport {

    /** A comment on GitHub may have 65,536 characters. */
    static final int LONGEST = 60_000;

    private static final int MOST_ROWS = 50;
    private static final int MOST_TOLD = 10;
    private static final int MOST_DOUBTS = 10;
    private static final int LONGEST_FINDING = 4_000;

    private MarkdownReport() {}

    /** The text; within what a comment may have. */
    public static String text(RunReport report) {
        Headline headline = Headline.of(report);
        var text = new StringBuilder();
        text.append("### ").append(sign(report)).append(" Snag: ").append(MarkdownText.escaped(headline.sentence()));
        text.append("\n\n")
                .append(MarkdownText.escaped(String.join(" ", headline.more())))
                .append('\n');
        doubts(text, report.checked().doubts());
        connections(text, report);
        if (!report.snags().isEmpty()) {
            table(text, report);
            told(text, report);
        }
        return text.toString();
    }

    private static String sign(RunReport report) {
        return switch (report.checked().result().outcome()) {
            case OFF -> ":information_source:";
            case PASSES -> ":white_check_mark:";
            case FAILS -> ":x:";
            case UNTRUSTED -> ":warning:";
        };
    }

    private static void doubts(StringBuilder text, List<String> doubts) {
        if (!doubts.isEmpty()) {
            text.append("\n**It cannot be known that all was seen:**\n\n");
            doubts.stream()
                    .limit(MOST_DOUBTS)
                    .forEach(doubt -> text.append("- ")
                            .append(MarkdownText.escaped(doubt))
                            .append('\n'));
            if (doubts.size() > MOST_DOUBTS) {
                text.append("- and ").append(doubts.size() - MOST_DOUBTS).append(" more\n");
            }
        }
    }

    /** Over the limit of connections; nothing where there was none. */
    private static void connections(StringBuilder text, RunReport report) {
        List<String> lines = report.jvms().stream()
                .flatMap(jvm -> jvm.connections().stream())
                .map(ConnectionsText::most)
                .distinct()
                .toList();
        if (!lines.isEmpty()) {
            text.append("\n**More connections than are fine:**\n\n");
            lines.stream()
                    .limit(MOST_DOUBTS)
                    .forEach(line ->
                            text.append("- ").append(MarkdownText.escaped(line)).append('\n'));
            if (lines.size() > MOST_DOUBTS) {
                text.append("- and ").append(lines.size() - MOST_DOUBTS).append(" more\n");
            }
        }
    }

    private static void table(StringBuilder text, RunReport report) {
        text.append("\n| | kind | offender | count | held | longest | snag |\n");
        text.append("|---|---|---|---:|---:|---:|---|\n");
        List<SnagReport> snags = report.snags();
        for (SnagReport snag : snags.subList(0, Math.min(MOST_ROWS, snags.size()))) {
            text.append("| ").append(state(snag));
            text.append(" | ")
                    .append(MarkdownText.escaped(SnagText.rule(snag.example().cause())));
            text.append(" | ").append(MarkdownText.code(SnagText.where(snag)));
            text.append(" | ").append(Plural.grouped(snag.count()));
            text.append(" | ").append(Span.text(snag.totalMs()));
            text.append(" | ").append(Span.text(snag.longestMs()));
            text.append(" | `").append(snag.fingerprint()).append("` |\n");
        }
        if (snags.size() > MOST_ROWS) {
            text.append("\nand ")
                    .append(Plural.of(snags.size() - MOST_ROWS, "more snag"))
                    .append(".\n");
        }
    }

    private static String state(SnagReport snag) {
        return switch (snag.verdict()) {
            case FAILS -> snag.known() ? "**fails**, known" : "**fails**";
            case WARNING_ONLY -> "warning";
            case OUT_OF_SCOPE -> "out of scope";
            case KNOWN_IN_BASELINE -> "known";
            case ALLOWED_BY_RULE -> "allowed";
        };
    }

    private static void told(StringBuilder text, RunReport report) {
        report.snags().stream()
                .filter(snag -> snag.verdict() == Verdict.FAILS)
                .limit(MOST_TOLD)
                .forEach(snag -> {
                    String finding = "\n<details><summary>"
                            + MarkdownText.html(SnagText.headline(snag)) + "</summary>\n\n"
                            + MarkdownText.block(FindingText.full(snag.example()), LONGEST_FINDING) + "\n</details>\n";
                    if (text.length() + finding.length() < LONGEST) {
                        text.append(finding);
                    }
                });
    }
}
