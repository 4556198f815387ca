package dev.snag.drivers.result;

import dev.snag.drivers.workload.Marker;
import dev.snag.findings.Occurrence;
import java.util.List;

/**
 * All that is known of a JVM that was watched.
 *
 * @param markers that the workload printed, in their order
 * @param found by the agent, the last line of each
 * @param watched whether the agent has watched it to the end
 */
public record Observed(List<Marker> markers, List<Occurrence> found, boolean watched) {
    public Observed {
        markers = List.copyOf(markers);
        found = List.copyOf(found);
    }
}
