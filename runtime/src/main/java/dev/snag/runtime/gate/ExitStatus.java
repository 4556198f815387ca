package dev.snag.runtime.gate;

import dev.snag.runtime.bridge.ExitBridge;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The exit status of this JVM, where a gate may change it. It fails closed: a status of 0 becomes {@link #FAILED} unless
 * the gate says that it passes. Any thread may use it.
 */
public final class ExitStatus {

    /** What a status of 0 becomes where the gate fails. */
    public static final int FAILED = 86;

    private final AtomicLongArray shared;
    private volatile boolean judged;

    /**
     * Over a bridge; from now on the gate fails.
     *
     * @param bridge the class {@code ExitBridge}, or its copy under another name
     * @param main {@code threadId()} of the thread that runs {@code main}
     * @throws ReflectiveOperationException where it is not such a class
     */
    public ExitStatus(Class<?> bridge, long main) throws ReflectiveOperationException {
        shared = (AtomicLongArray) bridge.getField("SHARED").get(null);
        shared.set(ExitBridge.MAIN, main);
        shared.set(ExitBridge.BECOMES, FAILED);
    }

    /** The gate has come to its result. */
    void judge(boolean passes) {
        shared.set(ExitBridge.BECOMES, passes ? 0 : FAILED);
        judged = true;
    }

    /** What becomes of the status where the gate fails, as the end of a sentence. */
    String consequence() {
        long own = shared.get(ExitBridge.OWN);
        return own == 0 ? "exit status becomes " + FAILED : "exit status stays " + own;
    }

    /** What to say where no result came; null where one did. */
    public String unjudged() {
        return judged
                ? null
                : "[snag] gate: FAILED, the watch did not come to its end, so it cannot be known what happened; "
                        + consequence();
    }
}
