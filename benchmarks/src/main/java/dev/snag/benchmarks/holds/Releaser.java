package dev.snag.benchmarks.holds;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A platform thread that gets in a virtual thread's way and gets out of it at a given time. */
final class Releaser {
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Long> until = new CompletableFuture<>();
    private final Thread thread;

    /** Runs {@code block}, which calls {@link #standInTheWay()} while it blocks the other. */
    Releaser(Consumer<Releaser> block) {
        thread = Thread.ofPlatform().daemon().name("releaser").unstarted(() -> block.accept(this));
    }

    /** Starts it and returns once it stands in the way. */
    void start() {
        thread.start();
        ready.join();
    }

    /** Called by the blocking thread: returns when the hold shall end. */
    void standInTheWay() {
        ready.complete(null);
        Clock.sleepUntil(until.join());
    }

    /** Says when, as {@code System.nanoTime()}; the hold begins now. */
    void releaseAt(long nanos) {
        until.complete(nanos);
    }
}
