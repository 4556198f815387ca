package dev.snag.runtime.jvm;

import java.util.List;
import java.util.Map;

/**
 * A stack, and what was known with it.
 *
 * @param frames top first; empty where the thread had let go
 * @param monitors class names of the monitors owned, by index of the frame that owns them; empty before JDK 25
 * @param waitsFor the object whose monitor the thread waits to enter or to be notified on; null before JDK 25
 */
public record StackSight(List<StackTraceElement> frames, Map<Integer, List<String>> monitors, Object waitsFor) {

    /** No stack. */
    public static final StackSight NONE = new StackSight(List.of(), Map.of(), null);

    public StackSight {
        frames = List.copyOf(frames);
        monitors = Map.copyOf(monitors);
    }
}
