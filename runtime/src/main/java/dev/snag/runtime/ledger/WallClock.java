package dev.snag.runtime.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Turns {@code System.nanoTime()} into the time of day, by the time of day of now. */
public final class WallClock {

    private final Clock clock;
    private final LongSupplier nanoTime;

    /** Over these two clocks. */
    public WallClock(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    Instant now() {
        return clock.instant();
    }

    /** When it was that {@code System.nanoTime()} had this value. */
    Instant at(long nanos) {
        return clock.instant().minusNanos(nanoTime.getAsLong() - nanos);
    }
}
