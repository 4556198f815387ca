package dev.snag.runtime.jvm;

import java.util.List;

/**
 * A stack, and what was known with it.
 *
 * @param frames top first; empty where the thread had let go
 * @param waitsFor the object whose monitor the thread waits to enter or to be notified on; null before JDK 25
 */
public record StackSight(List<StackTraceElement> frames, Object waitsFor) {

    /** No stack. */
    public static final StackSight NONE = new StackSight(List.of(), null);

    public StackSight {
        frames = List.copyOf(frames);
    }
}
