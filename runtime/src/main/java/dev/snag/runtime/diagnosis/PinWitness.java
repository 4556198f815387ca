package dev.snag.runtime.diagnosis;

import dev.snag.findings.PinReason;
import java.util.List;

/**
 * What the thread itself saw when it parked pinned (JDK 21 to 23, where only it can tell its monitors).
 *
 * @param threadId of the virtual thread
 * @param nanos when, {@code System.nanoTime()}
 * @param reason that of the innermost frame that pins
 * @param className of that frame
 * @param method of that frame
 * @param monitors class names of the monitors that this frame owns
 */
public record PinWitness(
        long threadId, long nanos, PinReason reason, String className, String method, List<String> monitors) {

    public PinWitness {
        monitors = List.copyOf(monitors);
    }
}
