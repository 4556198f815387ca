package dev.snag.benchmarks.latency;

import dev.snag.benchmarks.holds.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Times from a hold's deadline to its line in the file.
 *
 * @param ms one for each hold that was seen while it lasted
 * @param unseen holds with no such line
 * @param late holds whose line came only after their end
 */
record Delays(List<Double> ms, int unseen, int late) {

    static Delays of(Collection<Truth> truths, Collection<Sighting> sightings, double thresholdMs) {
        Map<Long, Long> firstSeen = new HashMap<>();
        sightings.forEach(sighting -> firstSeen.putIfAbsent(sighting.thread(), sighting.seenMicros()));
        List<Double> ms = new ArrayList<>();
        int unseen = 0;
        int late = 0;
        for (Truth truth : truths) {
            Long seen = firstSeen.get(truth.thread());
            if (seen == null) {
                unseen++;
            } else {
                double sinceStartMs = (seen - truth.startMicros()) / 1e3;
                late += sinceStartMs > truth.durationMs() ? 1 : 0;
                ms.add(sinceStartMs - thresholdMs);
            }
        }
        return new Delays(ms, unseen, late);
    }
}
