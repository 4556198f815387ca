package dev.snag.runtime.jfr;

import dev.snag.findings.Occurrence;
import java.util.HashSet;
import java.util.Set;

/**
 * Our own events, for the recordings of others. Where nothing was ever recorded in this JVM nothing is loaded, neither of
 * JFR nor of what commits the events. One thread uses it.
 */
public final class OwnEvents {

    private static final double LONG_MILLIS = 1_000;

    private final Set<String> ongoing = new HashSet<>();

    /**
     * Puts a {@code dev.snag.CarrierHeld} or a {@code dev.snag.Starvation} into the recordings that run: when it has ended,
     * and once before where it lasts for a second.
     */
    public void told(Occurrence occurrence) {
        if (!isDue(occurrence) || !FlightRecording.begun()) {
            return;
        }
        if (occurrence.cause().starvation() == null) {
            CarrierHeldEvent.commit(occurrence);
        } else {
            StarvationEvent.commit(Starved.of(occurrence));
        }
    }

    boolean isDue(Occurrence occurrence) {
        if (!occurrence.ongoing()) {
            ongoing.remove(occurrence.id());
            return true;
        }
        return occurrence.hold().durationMs() >= LONG_MILLIS && ongoing.add(occurrence.id());
    }
}
