package dev.snag.findings.text;

import dev.snag.findings.Cause;
import dev.snag.findings.End;
import dev.snag.findings.Frame;
import dev.snag.findings.LockRef;
import dev.snag.findings.Place;
import dev.snag.findings.tally.Snag;
import dev.snag.findings.tally.SnagTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the agent says when the JVM ends: a row for each snag, then whether the watch can be trusted.
 *
 * <p>Where there is nothing to report it is empty, not a line: the program's output is then as it is without the agent.
 * A watch that cannot be trusted is something to report.
 */
public final class SummaryTable {

    /** The most rows; a line says how many snags are left out. */
    public static final int MOST_ROWS = 50;

    private static final List<String> HEADINGS =
            List.of("kind", "count", "total", "longest", "offender", "caller", "snag");
    private static final Set<Integer> NUMBERS = Set.of(1, 2, 3);
    private static final int NAMES = 2;
    private static final int NARROWEST_NAME = 24;
    private static final int MOST_REASONS = 20;
    private static final String NONE = "-";
    private static final String SAME = "same";

    private SummaryTable() {}

    /** The table of all that {@code tally} counted. */
    public static List<String> lines(SnagTally tally, End end) {
        return lines(tally.snags(), tally.others(), end);
    }

    /**
     * The table.
     *
     * @param snags in the order of their rows
     * @param others the occurrences of all other snags as one
     */
    public static List<String> lines(List<Snag> snags, Optional<Snag> others, End end) {
        var page = new Page();
        boolean found = !snags.isEmpty() || others.isPresent();
        boolean trusted = end.alive() && end.dropped() == 0 && end.ownErrors() == 0;
        if (found) {
            table(page, snags, others);
        }
        if (found || !trusted) {
            end.allowedScopes().entrySet().stream()
                    .limit(MOST_REASONS)
                    .forEach(each ->
                            page.add("allowed by the program itself: " + each.getValue() + " (" + each.getKey() + ")"));
            page.add(trust(end));
        }
        return page.lines();
    }

    private static void table(Page page, List<Snag> snags, Optional<Snag> others) {
        List<Snag> listed = snags.subList(0, Math.min(snags.size(), MOST_ROWS));
        int left = Columns.left(rows(listed, others, 0), Page.WIDTH - Page.PREFIX.length());
        // What is left is shared by the two names, on top of the widths of their headings.
        int names = Math.max(NARROWEST_NAME, left / NAMES + "caller".length());
        Columns.aligned(rows(listed, others, names), NUMBERS).forEach(page::add);
        if (listed.size() < snags.size()) {
            page.add("and " + (snags.size() - listed.size()) + " more snags with smaller totals");
        }
    }

    private static List<List<String>> rows(List<Snag> listed, Optional<Snag> others, int names) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADINGS);
        for (Snag snag : listed) {
            Place place = snag.example().place();
            boolean same = place.caller() != null && place.caller().equals(place.offender());
            rows.add(row(
                    KindText.of(snag.example().cause()),
                    snag,
                    place.offender() == null ? lock(snag.example().cause(), names) : name(place.offender(), names),
                    same ? SAME : name(place.caller(), names)));
        }
        others.ifPresent(rest -> rows.add(row("(any)", rest, NONE, NONE)));
        return rows;
    }

    private static List<String> row(String kind, Snag snag, String offender, String caller) {
        return List.of(
                kind,
                Long.toString(snag.count()),
                Span.text(snag.totalMs()),
                Span.text(snag.longestMs()),
                offender,
                caller,
                snag.fingerprint());
    }

    /** Cut to a width; of width 0 where only the other columns are measured. */
    private static String name(Frame frame, int width) {
        if (frame == null) {
            return NONE;
        }
        return width == 0 ? "" : ShortName.of(frame, width);
    }

    /** An outage of all carriers has no offender of its own; the lock that it is about is the nearest to one. */
    private static String lock(Cause cause, int width) {
        LockRef lock = cause.starvation() == null ? null : cause.starvation().lock();
        if (lock == null || lock.className() == null) {
            return NONE;
        }
        String name = "lock " + lock.className().substring(lock.className().lastIndexOf('.') + 1);
        return width == 0 ? "" : name.substring(0, Math.min(name.length(), width));
    }

    private static String trust(End end) {
        return (end.alive() ? "alive" : "NOT ALIVE: the monitor had stopped, later holds were not seen")
                + ", holds seen " + end.holds()
                + ", snags " + end.snags()
                + ", occurrences " + end.occurrences()
                + ", excused " + end.excused()
                + ", dropped " + end.dropped()
                + ", own errors " + end.ownErrors();
    }
}
