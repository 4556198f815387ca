package dev.snag.findings.tally;

import dev.snag.findings.Occurrence;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts occurrences by snag, and says how much of each is to be told. Any thread may use it.
 *
 * <p>An occurrence counts once, however many lines it has; its latest line decides on its duration and its snag. Memory
 * is bounded: what belongs to a snag beyond the first {@link #MOST_SNAGS} is counted in one row for all of these and
 * not told; of the occurrences that go on, the latest {@link #MOST_ONGOING} are waited for.
 */
public final class SnagTally {

    /** The most snags counted each for itself. */
    public static final int MOST_SNAGS = 1_000;

    /** The most ongoing occurrences whose end is waited for; an end beyond them counts as another occurrence. */
    public static final int MOST_ONGOING = 4_096;

    /** In the place of a fingerprint, where a row stands for many snags. */
    public static final String OTHERS = "others";

    private final int mostSnags;
    private final Map<String, SnagRow> rows = new LinkedHashMap<>();
    private final SnagRow others = new SnagRow(OTHERS);
    private final Map<String, Ongoing> ongoing = new LinkedHashMap<>();

    public SnagTally() {
        this(MOST_SNAGS);
    }

    SnagTally(int mostSnags) {
        this.mostSnags = mostSnags;
    }

    /** Counts the line of an occurrence. */
    public synchronized Telling add(Occurrence occurrence) {
        Ongoing before = ongoing.remove(occurrence.id());
        if (before != null) {
            before.row().withdraw(occurrence.id());
        }
        SnagRow row = row(occurrence.place().fingerprint());
        long counted = row.count();
        row.add(occurrence);
        boolean known = before != null && before.row() == row;
        Telling telling = known ? later(occurrence, before) : first(row, counted);
        if (before != null && !known) {
            forgetIfEmpty(before.row());
        }
        if (occurrence.ongoing()) {
            boolean told = telling != Telling.NOTHING || known && before.told();
            ongoing.put(occurrence.id(), new Ongoing(row, told));
            settleEldest();
        }
        return telling;
    }

    /** How many occurrences of its snag there are up to now. */
    public synchronized long count(String fingerprint) {
        SnagRow row = rows.get(fingerprint);
        return row == null ? 0 : row.count();
    }

    /** The snags, the one with the largest total first. */
    public synchronized List<Snag> snags() {
        return rows.values().stream()
                .map(SnagRow::snag)
                .sorted(Comparator.comparingDouble(Snag::totalMs).reversed().thenComparing(Snag::fingerprint))
                .toList();
    }

    /** All occurrences of the snags for which there was no room; its example is the first of them. */
    public synchronized Optional<Snag> others() {
        return others.count() == 0 ? Optional.empty() : Optional.of(others.snag());
    }

    /** How many occurrences are waited for. */
    synchronized int ongoing() {
        return ongoing.size();
    }

    private SnagRow row(String fingerprint) {
        SnagRow row = rows.get(fingerprint);
        if (row == null) {
            if (rows.size() >= mostSnags) {
                return others;
            }
            row = new SnagRow(fingerprint);
            rows.put(fingerprint, row);
        }
        return row;
    }

    private Telling first(SnagRow row, long before) {
        if (row == others) {
            return Telling.NOTHING;
        }
        if (before == 0) {
            return Telling.FULL;
        }
        return passesPowerOfTen(before, row.count()) ? Telling.SHORT : Telling.NOTHING;
    }

    private static Telling later(Occurrence occurrence, Ongoing before) {
        return before.told() && !occurrence.ongoing() ? Telling.END : Telling.NOTHING;
    }

    private void forgetIfEmpty(SnagRow row) {
        if (row.count() == 0) {
            rows.values().remove(row);
        }
    }

    private void settleEldest() {
        if (ongoing.size() > MOST_ONGOING) {
            Iterator<Map.Entry<String, Ongoing>> eldest = ongoing.entrySet().iterator();
            Map.Entry<String, Ongoing> settled = eldest.next();
            eldest.remove();
            settled.getValue().row().settle(settled.getKey());
        }
    }

    /** Whether there is one above {@code before} and not above {@code count}. */
    private static boolean passesPowerOfTen(long before, long count) {
        long power = 10;
        while (power <= before && power <= Long.MAX_VALUE / 10) {
            power *= 10;
        }
        return power > before && power <= count;
    }

    /** Where an occurrence that goes on is counted, and whether anything was said of it. */
    private record Ongoing(SnagRow row, boolean told) {}
}
