package dev.snag.runtime.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;

/**
 * The kernel's view of carriers (Linux): {@code /proc/self/task/<tid>}. No Java API tells a thread's tid; it is found by
 * its processor time, which {@code schedstat} and {@code ThreadMXBean} give alike to the nanosecond while it does not run.
 */
final class KernelThreads {

    private static final long NEVER = -1;
    /** {@code schedstat} of a running thread lags by a tick of the kernel's at most. */
    private static final long TICK_NANOS = 10_000_000;

    private final String tasks;
    private final Map<Long, String> taskOf = new ConcurrentHashMap<>();

    KernelThreads() {
        this("/proc/self/task");
    }

    KernelThreads(String tasks) {
        this.tasks = tasks;
    }

    boolean available() {
        return new File(tasks).canRead();
    }

    /** Nanoseconds that the thread was runnable and waited for a processor; -1 where its task is not known. */
    long runDelayNanos(long threadId, LongUnaryOperator cpuNanos) {
        String task = taskOf.get(threadId);
        if (task == null || !fits(task, threadId, cpuNanos, TICK_NANOS)) {
            return NEVER;
        }
        long[] times = schedstat(task);
        return times == null ? NEVER : times[1];
    }

    /** Finds the thread's task, which reads a file per thread of the process. */
    void learn(long threadId, LongUnaryOperator cpuNanos) {
        taskOf(threadId, cpuNanos);
    }

    /** What the descriptor in the thread's system call refers to, e.g. {@code /tmp/fifo}, {@code pipe:[123]}. */
    String descriptorOf(long threadId, LongUnaryOperator cpuNanos) {
        String task = taskOf(threadId, cpuNanos);
        if (task == null) {
            return null;
        }
        String line = SmallFile.line(task + "/syscall");
        String[] call = line == null ? new String[0] : line.split(" ");
        if (call.length < 2 || !SystemCalls.takesDescriptor(call[0])) {
            return null;
        }
        try {
            long descriptor = Long.decode(call[1]);
            return descriptor + " " + Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
        } catch (IOException | RuntimeException hardenedOrGone) {
            return null; // a container may forbid it; the finding does without
        }
    }

    private String taskOf(long threadId, LongUnaryOperator cpuNanos) {
        String known = taskOf.get(threadId);
        if (known != null && fits(known, threadId, cpuNanos, TICK_NANOS)) {
            return known;
        }
        taskOf.remove(threadId);
        String found = find(threadId, cpuNanos);
        if (found != null) {
            taskOf.put(threadId, found);
        }
        return found;
    }

    /** Only equality will do here, of a thread that does not run; where two threads fit, none is better than the wrong one. */
    private String find(long threadId, LongUnaryOperator cpuNanos) {
        String[] names = new File(tasks).list();
        if (names == null) {
            return null; // not Linux
        }
        String only = null;
        for (String name : names) {
            String task = tasks + "/" + name;
            if (!taskOf.containsValue(task) && fits(task, threadId, cpuNanos, 0)) {
                if (only != null) {
                    return null;
                }
                only = task;
            }
        }
        return only;
    }

    private static boolean fits(String task, long threadId, LongUnaryOperator cpuNanos, long slack) {
        long before = cpuNanos.applyAsLong(threadId);
        long[] times = schedstat(task);
        long after = cpuNanos.applyAsLong(threadId);
        boolean still = slack > 0 || before == after;
        return times != null && still && times[0] >= before - slack && times[0] <= after;
    }

    private static long[] schedstat(String task) {
        long[] times = SmallFile.numbers(task + "/schedstat");
        return times == null || times.length < 2 ? null : times;
    }
}
