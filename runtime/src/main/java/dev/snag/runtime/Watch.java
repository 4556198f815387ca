package dev.snag.runtime;

import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.concurrent.locks.LockSupport;

/** The watch over one JVM: start, change, stop. */
public final class Watch {

    private static final long STOP_MILLIS = 2_000;
    /** A gate that was not waited for fails. */
    private static final long STOP_MILLIS_OF_GATE = 30_000;

    private static final long STACK_BYTES = 512 * 1024;

    private final Vigil vigil;
    private final long stopMillis;
    private final Thread thread;
    private boolean stopped;

    /** Not yet started. */
    public Watch(CarrierSlots slots, HookProof proof, Plan plan) {
        vigil = new Vigil(slots, proof, plan);
        stopMillis = plan.exit() == null ? STOP_MILLIS : STOP_MILLIS_OF_GATE;
        thread = daemon("snag-monitor", vigil);
    }

    /** A thread of ours: of no thread-locals and no class loader of the application, so that nothing of it is kept alive. */
    static Thread daemon(String name, Runnable task) {
        var thread = new Thread(null, task, name, STACK_BYTES, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** Starts it; the caller does not wait. */
    public void start() {
        thread.start();
    }

    /** Changes the thresholds at once. */
    public void setThresholds(Thresholds thresholds) {
        vigil.setThresholds(thresholds);
        LockSupport.unpark(thread);
    }

    /**
     * Ends the watch, and writes what is to be said at the end. Waits for some seconds at most, and not at all where there
     * is nothing to say; a second call does nothing.
     */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        boolean alive = thread.isAlive();
        vigil.stop();
        LockSupport.unpark(thread);
        if (!vigil.hasSomethingToSay()) {
            return;
        }
        try {
            thread.join(stopMillis);
            vigil.close(alive, stopMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
