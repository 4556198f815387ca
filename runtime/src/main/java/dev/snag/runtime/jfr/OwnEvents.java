package dev.snag.runtime.jfr;

import dev.snag.findings.Occurrence;

/**
 * Our own events, for the recordings of others. Where nothing was ever recorded in this JVM nothing is loaded, neither of
 * JFR nor of what commits the events.
 */
public final class OwnEvents {

    /** Puts a {@code dev.snag.CarrierHeld} into the recordings that run. */
    public void held(Occurrence occurrence) {
        if (FlightRecording.begun()) {
            CarrierHeldEvent.commit(occurrence);
        }
    }

    /** Puts a {@code dev.snag.Starvation} into the recordings that run. */
    public void starved(Starved starved) {
        if (FlightRecording.begun()) {
            StarvationEvent.commit(starved);
        }
    }
}
