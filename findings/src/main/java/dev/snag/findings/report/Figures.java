package dev.snag.findings.report;

import dev.snag.findings.ExcuseReason;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The numbers of a whole run.
 *
 * @param jvms JVMs that were watched
 * @param holds mounts seen
 * @param occurrences holds over the threshold
 * @param heldMs their durations in milliseconds; outages, which are made of holds, are not added
 * @param longestMs the longest of them
 * @param outages times in which all carriers of a JVM stood still
 * @param longestOutageMs the longest of these, in milliseconds
 * @param snags different fingerprints, as far as they were told apart
 * @param excused holds over the threshold that were not the program's doing
 * @param from when the first JVM started, or the first hold began; null where nothing was read
 * @param to when the last line was written or the last hold ended; null where nothing was read
 */
public record Figures(
        long jvms,
        long holds,
        long pinnedParks,
        long occurrences,
        double heldMs,
        double longestMs,
        long outages,
        double longestOutageMs,
        long snags,
        long dropped,
        long ownErrors,
        Map<ExcuseReason, Long> excused,
        Instant from,
        Instant to) {

    public Figures {
        var ordered = new EnumMap<ExcuseReason, Long>(ExcuseReason.class);
        ordered.putAll(excused);
        excused = Collections.unmodifiableMap(ordered);
    }

    /** How many holds were excused, for whatever reason. */
    public long excusedCount() {
        return excused.values().stream().mapToLong(Long::longValue).sum();
    }
}
