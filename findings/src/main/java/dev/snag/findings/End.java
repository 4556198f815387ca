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
        Map<String, Long> allowedScopes,
        PolicyCounts policy)
        implements Entry {

    public End {
        allowedScopes = Collections.unmodifiableMap(new LinkedHashMap<>(allowedScopes));
    }

    /** Of a JVM that has allowed nothing and has no policy. */
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
        this(time, alive, holds, pinnedParks, occurrences, snags, excused, dropped, ownErrors, Map.of(), null);
    }

    /** The same with what the program itself has allowed, by its reason. */
    public End withAllowedScopes(Map<String, Long> counts) {
        return new End(
                time, alive, holds, pinnedParks, occurrences, snags, excused, dropped, ownErrors, counts, policy);
    }

    /** The same with what came of a policy. */
    public End withPolicy(PolicyCounts counts) {
        return new End(
                time,
                alive,
                holds,
                pinnedParks,
                occurrences,
                snags,
                excused,
                dropped,
                ownErrors,
                allowedScopes,
                counts);
    }

    @Override
    public String type() {
        return "end";
    }
}
