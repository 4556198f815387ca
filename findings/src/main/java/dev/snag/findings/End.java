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
        long ownErrors)
        implements Entry {

    @Override
    public String type() {
        return "end";
    }
}
