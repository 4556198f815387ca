package dev.snag.runtime.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Turns {@code System.nanoTime()} into the time of day, by the time of day of now. */
public final class WallClock {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long DRIFT_NANOS = 5_000_000;

    private final Clock clock;
    private final LongSupplier nanoTime;
    private long anchor;
    private boolean anchored;

    /** Over these two clocks. */
    public WallClock(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** {@code System.nanoTime()}. */
    long nanos() {
        return nanoTime.getAsLong();
    }

    Instant now() {
        return clock.instant();
    }

    /** When it was that {@code System.nanoTime()} had this value; the same each time, unless the clock was set. */
    Instant at(long nanos) {
        long offset = nanosOf(clock.instant()) - nanoTime.getAsLong();
        if (!anchored || Math.abs(offset - anchor) > DRIFT_NANOS) {
            anchor = offset;
            anchored = true;
        }
        return Instant.EPOCH.plusNanos(nanos + anchor);
    }

    private static long nanosOf(Instant instant) {
        return instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
    }
}
