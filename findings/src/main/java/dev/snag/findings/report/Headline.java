package dev.snag.findings.report;

import dev.snag.findings.policy.GateResult;
import dev.snag.findings.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether all is well, in one sentence, and what that rests on.
 *
 * @param sentence what a person wants to know first
 * @param more the next sentences, each for itself
 */
public record Headline(Mood mood, String sentence, List<String> more) {

    /** How good the news is. */
    public enum Mood {
        /** All was watched, and nothing was found. */
        WELL,
        /** Something was found, and none of it fails. */
        FOUND,
        /** Something fails. */
        FAILS,
        /** Nothing was found that fails, but that says nothing. */
        UNKNOWN
    }

    public Headline {
        more = List.copyOf(more);
    }

    /** That of a run. */
    public static Headline of(RunReport report) {
        var more = new ArrayList<String>();
        Mood mood = mood(report);
        if (report.snags().isEmpty()) {
            more.add(watched(report.figures()) + ", and none was held for longer than is fine.");
            return mood == Mood.UNKNOWN
                    ? new Headline(
                            mood, "Nothing was found, but not all may have been seen.", List.of(watchedOrNot(report)))
                    : new Headline(mood, "Nothing held a carrier.", more);
        }
        more.add(snags(report));
        if (report.figures().outages() > 0) {
            more.add("All carriers stood still " + times(report.figures().outages()) + ", for "
                    + Span.text(report.figures().longestOutageMs()) + " at the longest.");
        }
        more.add(watched(report.figures()) + ".");
        return new Headline(mood, held(report.figures()), more);
    }

    private static Mood mood(RunReport report) {
        boolean fails = report.snags().stream().anyMatch(SnagReport::fails)
                || report.others() != null && report.others().fails();
        if (fails) {
            return Mood.FAILS;
        }
        boolean untrusted = report.checked().result() instanceof GateResult.Untrusted
                || !report.checked().doubts().isEmpty();
        if (untrusted) {
            return Mood.UNKNOWN;
        }
        return report.snags().isEmpty() ? Mood.WELL : Mood.FOUND;
    }

    private static String held(Figures figures) {
        if (figures.occurrences() == 0) {
            return "All carriers stood still " + times(figures.outages()) + ".";
        }
        if (figures.occurrences() == 1) {
            return "A carrier was held once, for " + Span.text(figures.heldMs()) + ".";
        }
        return "Carriers were held " + times(figures.occurrences()) + ", for " + Span.text(figures.heldMs())
                + " in all.";
    }

    private static String times(long count) {
        return count == 1 ? "once" : Plural.of(count, "time");
    }

    private static String snags(RunReport report) {
        long all = report.snags().size();
        long fails = report.snags().stream().filter(SnagReport::fails).count();
        long known = report.snags().stream().filter(SnagReport::known).count();
        if (all == 1 && report.others() == null) {
            return "One snag is behind it, " + (known == 0 ? "" : "which the baseline knows, ")
                    + (fails == 0 ? "and it does not fail." : "and it fails.");
        }
        var text = new StringBuilder(Plural.of(all, "snag"));
        text.append(report.others() == null ? "" : " and more").append(" are behind it");
        text.append(fails == 0 ? "; none fails" : fails == 1 ? "; 1 fails" : "; " + Plural.grouped(fails) + " fail");
        if (known > 0) {
            text.append(known == 1 ? ", 1 is known" : ", " + Plural.grouped(known) + " are known");
        }
        return text.append('.').toString();
    }

    private static String watched(Figures figures) {
        return Plural.of(figures.holds(), "mount") + " of virtual threads in " + Plural.of(figures.jvms(), "JVM")
                + (figures.holds() == 1 ? " was watched" : " were watched");
    }

    private static String watchedOrNot(RunReport report) {
        return report.figures().holds() == 0
                ? "No virtual thread is known to have run."
                : watched(report.figures()) + ".";
    }
}
