package dev.snag.runtime;

import dev.snag.runtime.ledger.Ledger;
import dev.snag.runtime.ledger.Recorder;
import dev.snag.runtime.options.Thresholds;
import java.util.concurrent.locks.LockSupport;

/** All that runs: the monitor's thread and the recorder's. */
public final class Watch {

    private static final long STOP_MILLIS = 2_000;
    private static final long STACK_BYTES = 512 * 1024;

    private final MonitorThread monitor;
    private final Ledger ledger;
    private final Thread watching;
    private final Thread recording;
    private boolean stopped;

    /** Not yet started. */
    public Watch(MonitorThread monitor, Ledger ledger, Recorder recorder) {
        this.monitor = monitor;
        this.ledger = ledger;
        watching = daemon("snag-monitor", monitor);
        recording = daemon("snag-recorder", recorder);
    }

    private static Thread daemon(String name, Runnable task) {
        // No thread-locals and no class loader of the application: nothing of it is kept alive.
        var thread = new Thread(null, task, name, STACK_BYTES, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** Starts both threads; the caller does not wait for them. */
    public void start() {
        recording.start();
        watching.start();
    }

    /** Changes the thresholds at once. */
    public void setThresholds(Thresholds thresholds) {
        monitor.setThresholds(thresholds);
        LockSupport.unpark(watching);
    }

    /** Ends the watch and writes what is to be said at the end; a second call does nothing. Waits for 4 s at most. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        boolean alive = watching.isAlive();
        monitor.stop();
        LockSupport.unpark(watching);
        try {
            watching.join(STOP_MILLIS);
            ledger.ended(alive && monitor.sound(), monitor.mounts(), monitor.pinnedParks());
            recording.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
