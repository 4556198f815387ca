package dev.snag.findings.report;

import dev.snag.findings.End;
import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The running sums of a whole run. */
final class FigureSums {

    private static final double NANOS = 1_000_000;
    private static final Instant YEAR_9999 = Instant.parse("9999-01-01T00:00:00Z");
    /** A hold of a year is a damaged number. */
    private static final double LONGEST_MS = 365.0 * 24 * 3600 * 1000;

    private final Map<ExcuseReason, Long> excused = new EnumMap<>(ExcuseReason.class);
    private long holds;
    private long pinnedParks;
    private long occurrences;
    private double heldMs;
    private double longestMs;
    private long outages;
    private double longestOutageMs;
    private long dropped;
    private long ownErrors;
    private Instant from;
    private Instant to;

    void occurred(Occurrence occurrence) {
        double ms = occurrence.hold().durationMs();
        if (occurrence.cause().kind() == Kind.STARVATION) {
            outages++;
            longestOutageMs = Math.max(longestOutageMs, ms);
        } else {
            occurrences += occurrence.count();
            heldMs += ms;
            longestMs = Math.max(longestMs, ms);
        }
        at(occurrence.time());
        if (isPlausible(occurrence.time())) {
            at(occurrence.time().plus(Duration.ofNanos((long) (Math.min(ms, LONGEST_MS) * NANOS))));
        }
    }

    void ended(End end) {
        holds += end.holds();
        pinnedParks += end.pinnedParks();
        dropped += end.dropped();
        ownErrors += end.ownErrors();
    }

    void excused(ExcuseReason reason) {
        excused.merge(reason, 1L, Long::sum);
    }

    void at(Instant time) {
        if (!isPlausible(time)) {
            return;
        }
        from = from == null || time.isBefore(from) ? time : from;
        to = to == null || time.isAfter(to) ? time : to;
    }

    /** A damaged line may have a time that no calendar has. */
    private static boolean isPlausible(Instant time) {
        return time.isAfter(Instant.EPOCH) && time.isBefore(YEAR_9999);
    }

    Figures figures(long jvms, long snags) {
        return new Figures(
                jvms,
                holds,
                pinnedParks,
                occurrences,
                heldMs,
                longestMs,
                outages,
                longestOutageMs,
                snags,
                dropped,
                ownErrors,
                excused,
                from,
                to);
    }
}
