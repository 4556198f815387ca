package dev.snag.runtime.monitor;

import dev.snag.runtime.diagnosis.Frames;
import java.util.List;

/** The JDK's own virtual threads, which poll for all others (22+): never a finding. */
final class JdkThreads {

    private JdkThreads() {}

    static boolean isOne(String name, List<StackTraceElement> frames) {
        return name.startsWith("SubPoller-")
                || name.endsWith("-Read-Poller")
                || (Frames.offender(frames) < 0
                        && frames.stream().anyMatch(f -> f.getClassName().startsWith("sun.nio.ch.Poller")));
    }
}
