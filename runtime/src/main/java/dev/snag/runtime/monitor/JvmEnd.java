package dev.snag.runtime.monitor;

import java.util.List;

/** A virtual thread that has told the JVM to exit keeps its carrier until the shutdown hooks have run, ours included. */
final class JvmEnd {

    private static final String SHUTDOWN = "java.lang.Shutdown";

    private JvmEnd() {}

    static boolean isAwaitedBy(List<StackTraceElement> frames) {
        return frames.stream().anyMatch(frame -> frame.getClassName().equals(SHUTDOWN));
    }
}
