package dev.snag.benchmarks.holds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;

/** Times of a hold. */
final class Clock {

    private Clock() {}

    /** Wall clock in microseconds since 1970; the same for all processes of the host. */
    static long wallMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Parks until {@code System.nanoTime()} has reached {@code until}. */
    static void sleepUntil(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Computes until {@code System.nanoTime()} has reached {@code until}. */
    static void computeUntil(long until) {
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
    }
}
