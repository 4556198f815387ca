package dev.snag.runtime.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** {@code java.management}'s view of carriers. Loading it takes some 10 ms: on the monitor thread, never at start. */
final class ThreadManagement {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** Processor time in nanoseconds, as exact as the kernel's; -1 where the thread has ended. */
    long cpuNanos(long threadId) {
        return threads.getThreadCpuTime(threadId);
    }

    boolean inNative(long threadId) {
        ThreadInfo info = threads.getThreadInfo(threadId);
        return info != null && info.isInNative();
    }

    boolean suspended(long threadId) {
        ThreadInfo info = threads.getThreadInfo(threadId);
        return info != null && info.isSuspended();
    }
}
