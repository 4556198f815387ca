package dev.snag.drivers.workload;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A virtual thread that has nothing to do with the phase, started again and again, and how long it waits until it runs: what
 * everybody else pays, measured without Snag.
 */
final class Bystander implements AutoCloseable {
    private static final long EVERY_MS = 20;
    private static final long RUNS = 0;

    private final AtomicLong waitsSince = new AtomicLong(RUNS);
    private final AtomicLong longestNanos = new AtomicLong();
    private volatile boolean closed;

    private Bystander() {}

    static Bystander start() {
        var bystander = new Bystander();
        Thread.ofPlatform().name("bystander-starter").daemon().start(bystander::startAgainAndAgain);
        return bystander;
    }

    /** Milliseconds that it has waited at most so far. */
    long longestMs() {
        long since = waitsSince.get();
        long now = since == RUNS ? 0 : System.nanoTime() - since;
        return TimeUnit.NANOSECONDS.toMillis(Math.max(now, longestNanos.get()));
    }

    @Override
    public void close() {
        closed = true;
    }

    private void startAgainAndAgain() {
        while (!closed) {
            long now = System.nanoTime();
            if (waitsSince.compareAndSet(RUNS, now)) {
                Thread.ofVirtual().name("bystander").start(() -> {
                    longestNanos.accumulateAndGet(System.nanoTime() - now, Math::max);
                    waitsSince.set(RUNS);
                });
            }
            try {
                Thread.sleep(EVERY_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
