package dev.snag.runtime.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The kernel's view of threads (Linux): {@code /proc/self/task/<tid>}. The carriers themselves say what the kernel calls them,
 * as they are mounted on for the first time.
 */
final class KernelThreads {

    /** No thread of this process is as old as that. */
    private static final long AGES = Long.MAX_VALUE / 4;

    private final String tasks;
    private final String self;
    private final LongSupplier clock;
    private final Map<Long, Long> beginOf = new ConcurrentHashMap<>();
    private final Map<Long, Wait> waitOf = new ConcurrentHashMap<>();
    private long dated = -1;
    private long datedAfter;

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

    /** Reads each file of the calling thread once. */
    void rehearse() {
        KernelStat.of(self);
        schedstat(self);
        descriptorIn(self);
    }

    /**
     * How long a thread has waited for a processor.
     *
     * @param task its tid; 0 where it is not known
     * @param cpuNanos its processor time
     */
    RunDelay runDelay(long task, LongSupplier cpuNanos) {
        if (task == 0) {
            return RunDelay.UNKNOWN;
        }
        String folder = folder(task);
        long before = cpuNanos.getAsLong();
        boolean runnable = KernelStat.of(folder).mayBeRunnable();
        long seen = clock.getAsLong();
        long[] times = schedstat(folder);
        long after = cpuNanos.getAsLong();
        if (times == null) {
            forget(task);
            return RunDelay.UNKNOWN;
        }
        long began = beginOf.computeIfAbsent(task, this::beginOf);
        if (!runnable || before != after) {
            waitOf.remove(task);
            return new RunDelay(times[1], 0, runnable, began);
        }
        // Whoever has used no processor time since it was seen to wait has waited ever since: it cannot sleep without.
        Wait wait = waitOf.get(task);
        if (wait == null || wait.cpuNanos != after || wait.over != times[1]) {
            wait = new Wait(after, times[1], seen);
            waitOf.put(task, wait);
        }
        return new RunDelay(times[1], seen - wait.seen, true, began);
    }

    /** The thread has ended; another may be called the same. */
    void forget(long task) {
        beginOf.remove(task);
        waitOf.remove(task);
    }

    /** What the descriptor in the thread's system call refers to, e.g. {@code /tmp/fifo}, {@code pipe:[123]}. */
    String descriptorOf(long task) {
        return task == 0 ? null : descriptorIn(folder(task));
    }

    private static String descriptorIn(String folder) {
        String line = SmallFile.line(folder + "/syscall");
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

    private String folder(long task) {
        return tasks + "/" + task;
    }

    private long beginOf(long task) {
        long ticks = KernelStat.of(folder(task)).startTicks();
        return ticks < 0 || dated < 0
                ? clock.getAsLong() - AGES
                : datedAfter + (ticks - dated - 1) * KernelStat.START_TICK_NANOS;
    }

    private static long[] schedstat(String folder) {
        long[] times = SmallFile.numbers(folder + "/schedstat");
        return times == null || times.length < 2 ? null : times;
    }
}
