package dev.snag.runtime.diagnosis;

import dev.snag.findings.PinReason;
import java.util.List;

/**
 * What the thread itself saw when it parked pinned (JDK 21 to 23, where only it can tell its monitors).
 *
 * @param threadId of the virtual thread
 * @param nanos when, {@code System.nanoTime()}
 * @param reason that of the innermost frame that pins
 * @param className of that frame; null where there is none, see {@link #ofNothing}
 * @param method of that frame; null where there is none
 * @param monitors class names of the monitors that this frame owns
 */
public record PinWitness(
        long threadId, long nanos, PinReason reason, String className, String method, List<String> monitors) {

    public PinWitness {
        monitors = List.copyOf(monitors);
    }

    /** An account of a stack on which no frame pins: the VM or native code that called into Java has no frame there. */
    public static PinWitness ofNothing(long threadId, long nanos) {
        return new PinWitness(threadId, nanos, PinReason.NATIVE_FRAME, null, null, List.of());
    }

    /** Whether no frame of the stack pins. */
    public boolean sawNothing() {
        return className == null;
    }
}
