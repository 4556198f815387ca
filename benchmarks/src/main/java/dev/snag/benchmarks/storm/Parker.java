package dev.snag.benchmarks.storm;

import java.util.concurrent.locks.LockSupport;

/**
 * A virtual thread that parks again and again where it cannot unmount, and knows exactly how often it did.
 *
 * <p>A park that finds a permit returns at once and pins nothing, so none may be there before a park. A thread is woken
 * only while it is seen parked; but parks also return by themselves, so that the permit can come too late. Therefore
 * whoever wakes it holds a lock, and after each park the thread takes that lock and such a permit.
 */
final class Parker {
    /** In the past, so that {@link LockSupport#parkUntil} takes a permit and never parks. */
    private static final long LONG_AGO = 1;

    private final Object waking = new Object();
    private volatile Thread thread;
    private volatile long parks;
    private volatile boolean stopped;
    private long work;

    /** Runs on the virtual thread, beneath a frame that pins; {@code workUnits} of computing before each park. */
    void parkUntilStopped(int workUnits) {
        takePermit();
        thread = Thread.currentThread();
        while (!stopped) {
            work += Work.units(workUnits);
            LockSupport.park();
            takePermit();
            parks = parks + 1;
        }
    }

    private void takePermit() {
        synchronized (waking) {
            LockSupport.parkUntil(LONG_AGO);
        }
    }

    /** Wakes the thread where it is parked. */
    void releaseIfParked() {
        Thread parked = thread;
        if (parked != null && parked.getState() == Thread.State.WAITING) {
            synchronized (waking) {
                // Asked again: it may have returned meanwhile.
                if (parked.getState() == Thread.State.WAITING) {
                    LockSupport.unpark(parked);
                }
            }
        }
    }

    void stop() {
        stopped = true;
    }

    long parks() {
        return parks;
    }

    /** Kept, so that the compiler keeps the work. */
    long work() {
        return work;
    }
}
