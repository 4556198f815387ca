package dev.snag.findings;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
 * @param allowedScopes holds that were no findings because of the program's own {@code allowBlocking}, by its reason
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
        Map<String, Long> allowedScopes)
        implements Entry {

    public End {
        allowedScopes = Collections.unmodifiableMap(new LinkedHashMap<>(allowedScopes));
    }

    /** Of a program that has allowed nothing. */
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
        this(time, alive, holds, pinnedParks, occurrences, snags, excused, dropped, ownErrors, Map.of());
    }

    @Override
    public String type() {
        return "end";
    }
}
