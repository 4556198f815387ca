package dev.snag.findings.report.html;

import dev.snag.findings.report.Plural;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.Timeline;
import dev.snag.findings.text.Span;

/** What each part of the page leaves out; empty where it leaves out nothing. */
final class Notes {

    private Notes() {}

    static String timeline(RunReport report) {
        Timeline timeline = report.timeline();
        if (timeline.leftOut() == 0) {
            return "";
        }
        String text = "Drawn are the longest " + Plural.of(timeline.stretches().size(), "hold") + "; left out "
                + (timeline.leftOut() == 1 ? "is " : "are ") + Plural.of(timeline.leftOut(), "hold") + " of "
                + Span.text(timeline.longestLeftOutMs()) + " at most, " + Span.text(timeline.leftOutMs()) + " in all.";
        return timeline.otherLanes() == 0
                ? text
                : text + " Of the carriers, " + Plural.grouped(timeline.otherLanes())
                        + " that were held less have no lane.";
    }

    static String stacks(RunReport report) {
        boolean some = report.snags().stream()
                .anyMatch(snag ->
                        snag.stacks().stream().anyMatch(share -> share.frames().isEmpty()));
        return some
                ? "Held time whose stack was not had, or had no room among the first few of its snag, is shown as 'other"
                        + " stacks'."
                : "";
    }

    static String snags(RunReport report) {
        if (report.others() == null) {
            return "";
        }
        return "Only the first " + Plural.of(report.snags().size(), "snag") + " are told apart. "
                + Plural.of(report.others().count(), "occurrence") + " of others, "
                + Span.text(report.others().totalMs()) + " in all, "
                + (report.others().count() == 1 ? "is" : "are")
                + " counted in the summary and not listed.";
    }
}
