package dev.snag.findings;

import java.time.Instant;

/**
 * The last line of a JVM that ended in good order.
 *
 * @param alive whether the monitor was still watching when the JVM ended; a gate fails where it was not
 * @param holds mounts seen
 * @param pinnedParks parks that could not unmount, of any duration
 * @param occurrences holds over the threshold
 * @param snags different fingerprints among them
 * @param excused holds over the threshold that were not the program's doing
 * @param dropped lines that did not fit into the bounded queue
 * @param ownErrors errors of the agent itself
 * @param policy what came of the policy; null where there is none
 */
public record End(
        Instant time,
        boolean alive,
        long holds,
        long pinnedParks,
        long occurrences,
        long snags,
        long excused,
        long dropped,
        long ownErrors,
        PolicyCounts policy)
        implements Entry {

    /** Of a JVM without a policy. */
    public End(
            Instant time,
            boolean alive,
            long holds,
            long pinnedParks,
            long occurrences,
            long snags,
            long excused,
            long dropped,
            long ownErrors) {
        this(time, alive, holds, pinnedParks, occurrences, snags, excused, dropped, ownErrors, null);
    }

    /** The same with what came of a policy. */
    public End withPolicy(PolicyCounts counts) {
        return new End(time, alive, holds, pinnedParks, occurrences, snags, excused, dropped, ownErrors, counts);
    }

    @Override
    public String type() {
        return "end";
    }
}
