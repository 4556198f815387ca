package dev.snag.runtime.bridge;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What the end of the JVM calls, where a gate is on: notes the application's own exit status, and turns a 0 into the gate's
 * as the last thing of all, when every shutdown hook has run to its end.
 */
public final class ExitBridge {

    /** The application's own status, as far as it is known: 0 until something says otherwise. */
    public static final int OWN = 0;
    /** What a status of 0 becomes; 0 where it stays. */
    public static final int BECOMES = 1;
    /** {@code threadId()} of the thread that runs {@code main}. */
    public static final int MAIN = 2;

    /** All that the engine needs: the three above. */
    public static final AtomicLongArray SHARED = new AtomicLongArray(3);

    private ExitBridge() {}

    /** In {@code Shutdown.exit}, under its lock, before the hooks run: {@code System.exit}, or a signal. */
    public static void exiting(int status) {
        SHARED.set(OWN, status);
    }

    /** In {@code Shutdown.exit}, after the hooks: the status to end with. */
    public static int statusFor(int own) {
        return own == 0 ? (int) SHARED.get(BECOMES) : own;
    }

    /** In {@code Thread.dispatchUncaughtException}: of {@code main} it makes the launcher return 1. */
    public static void uncaught(Thread thread) {
        if (thread.threadId() == SHARED.get(MAIN)) {
            SHARED.set(OWN, 1);
        }
    }

    /** At the end of {@code Shutdown.shutdown}: {@code main} has returned, and the launcher would return its status. */
    public static void ended() {
        int status = statusFor((int) SHARED.get(OWN));
        if (status != SHARED.get(OWN)) {
            Runtime.getRuntime().halt(status);
        }
    }
}
