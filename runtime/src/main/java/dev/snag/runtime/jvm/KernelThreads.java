package dev.snag.runtime.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * The kernel's view of carriers (Linux): {@code /proc/self/task/<tid>}. No Java API tells a thread's tid; it is found by
 * its processor time, which {@code schedstat} and {@code ThreadMXBean} give alike to the nanosecond while it does not run.
 */
final class KernelThreads {

    /** {@code schedstat} of a running thread lags by a tick of the kernel's at most; of one that does not run it is exact. */
    private static final long TICK_NANOS = 10_000_000;
    /** No thread of this process is as old as that. */
    private static final long AGES = Long.MAX_VALUE / 4;

    private final String tasks;
    private final String self;
    private final LongSupplier clock;
    private final Map<Long, Task> taskOf = new ConcurrentHashMap<>();
    private final Map<Long, Wait> waitOf = new ConcurrentHashMap<>();
    private long dated = -1;
    private long datedAfter;

    /** A thread's folder, and a time before which the thread was not there. */
    private record Task(String path, long began) {}

    /** A wait for a processor that has been seen: the thread's times then, and when that was. */
    private record Wait(long cpuNanos, long over, long seen) {}

    KernelThreads() {
        this("/proc/self/task", "/proc/thread-self", System::nanoTime);
    }

    KernelThreads(String tasks, String self, LongSupplier clock) {
        this.tasks = tasks;
        this.self = self;
        this.clock = clock;
    }

    boolean available() {
        return new File(tasks).canRead();
    }

    /**
     * Says when the calling thread began at the earliest, so that the age of others can be told by how much older or younger
     * they are.
     */
    void dateBySelf(long beganAfter) {
        datedAfter = beganAfter;
        dated = KernelStat.of(self).startTicks();
    }

    /** How long the thread has waited for a processor. */
    RunDelay runDelay(long threadId, LongUnaryOperator cpuNanos) {
        Task task = taskOf.get(threadId);
        if (task == null) {
            return RunDelay.UNKNOWN;
        }
        long before = cpuNanos.applyAsLong(threadId);
        boolean runnable = KernelStat.of(task.path).mayBeRunnable();
        long seen = clock.getAsLong();
        long[] times = schedstat(task.path);
        long after = cpuNanos.applyAsLong(threadId);
        if (times == null || !lies(times[0], before, after)) {
            taskOf.remove(threadId); // it is another's, or gone; it is looked for anew when there is time
            waitOf.remove(threadId);
            return RunDelay.UNKNOWN;
        }
        if (!runnable || before != after) {
            waitOf.remove(threadId);
            return new RunDelay(times[1], 0, runnable, task.began);
        }
        // Whoever has used no processor time since it was seen to wait has waited ever since: it cannot sleep without.
        Wait wait = waitOf.get(threadId);
        if (wait == null || wait.cpuNanos != after || wait.over != times[1]) {
            wait = new Wait(after, times[1], seen);
            waitOf.put(threadId, wait);
        }
        return new RunDelay(times[1], seen - wait.seen, true, task.began);
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
        Task known = taskOf.get(threadId);
        if (known != null && fits(known.path, threadId, cpuNanos, false)) {
            return known.path;
        }
        taskOf.remove(threadId);
        String found = find(threadId, cpuNanos);
        if (found != null) {
            taskOf.put(threadId, new Task(found, beginOf(found)));
        }
        return found;
    }

    private long beginOf(String task) {
        long ticks = KernelStat.of(task).startTicks();
        return ticks < 0 || dated < 0
                ? clock.getAsLong() - AGES
                : datedAfter + (ticks - dated - 1) * KernelStat.START_TICK_NANOS;
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
            if (!isTaken(task) && fits(task, threadId, cpuNanos, true)) {
                if (only != null) {
                    return null;
                }
                only = task;
            }
        }
        return only;
    }

    private boolean isTaken(String task) {
        for (Task taken : taskOf.values()) {
            if (taken.path.equals(task)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String task, long threadId, LongUnaryOperator cpuNanos, boolean onlyWhereItStands) {
        long before = cpuNanos.applyAsLong(threadId);
        long[] times = schedstat(task);
        long after = cpuNanos.applyAsLong(threadId);
        return times != null && (before == after || !onlyWhereItStands) && lies(times[0], before, after);
    }

    /** Whether the file's processor time is that of the thread before and after it was read: the same where it did not run. */
    private static boolean lies(long nanos, long before, long after) {
        return before == after ? nanos == after : nanos >= before - TICK_NANOS && nanos <= after;
    }

    private static long[] schedstat(String task) {
        long[] times = SmallFile.numbers(task + "/schedstat");
        return times == null || times.length < 2 ? null : times;
    }
}
