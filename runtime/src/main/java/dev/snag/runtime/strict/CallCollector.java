package dev.snag.runtime.strict;

import dev.snag.findings.ThreadRef;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Takes forbidden calls from their witness and hands them on; runs on a thread of its own, so that the program's threads have
 * next to nothing to do. What is only counted it hands on once a second.
 */
public final class CallCollector implements Runnable {

    private static final long COUNTED_NANOS = 1_000_000_000;

    private final CallWitness witness;
    private final Function<Long, ThreadRef> carriers;
    private final Consumer<ForbiddenCall> calls;
    private final LongConsumer dropped;
    private volatile boolean ended;

    /**
     * Between a witness and those who want to know.
     *
     * @param carriers names a carrier by its id
     * @param dropped told of how many calls there is nothing but their number
     */
    public CallCollector(
            CallWitness witness,
            Function<Long, ThreadRef> carriers,
            Consumer<ForbiddenCall> calls,
            LongConsumer dropped) {
        this.witness = witness;
        this.carriers = carriers;
        this.calls = calls;
        this.dropped = dropped;
    }

    @Override
    public void run() {
        Thread self = Thread.currentThread();
        witness.ring(() -> LockSupport.unpark(self));
        long counted = System.nanoTime();
        while (!ended) {
            takenOnes();
            if (System.nanoTime() - counted >= COUNTED_NANOS) {
                counted = System.nanoTime();
                countedOnes();
            }
            if (witness.counts()) {
                LockSupport.parkNanos(this, COUNTED_NANOS);
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** Hands all on that there is; no other thread collects from then on. */
    public synchronized void finish() {
        ended = true;
        witness.ring(() -> {});
        collect();
    }

    /** Hands on what there is by now. */
    void flush() {
        countedOnes();
    }

    private synchronized void takenOnes() {
        if (!ended) {
            witness.collect(carriers).forEach(calls);
        }
    }

    private synchronized void countedOnes() {
        if (!ended) {
            collect();
        }
    }

    private void collect() {
        witness.collect(carriers).forEach(calls);
        witness.counted().forEach(calls);
        long lost = witness.takeDropped();
        if (lost > 0) {
            dropped.accept(lost);
        }
    }
}
