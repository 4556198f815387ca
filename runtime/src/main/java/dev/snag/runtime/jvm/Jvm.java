package dev.snag.runtime.jvm;

import dev.snag.findings.ThreadRef;
import java.util.List;

/** What is asked of the JVM. All of it is safe while the threads run. */
public interface Jvm {

    /** The virtual thread that is mounted on the carrier now; null where there is none, or it cannot be told. */
    Thread mountedOn(Thread carrier);

    /** Whether {@link #mountedOn} can tell. */
    boolean tellsMounted();

    /** What a few microseconds can tell of the two. */
    Sight sight(Thread virtual, Thread carrier);

    /** The stack of a mounted virtual thread. */
    StackSight stack(Thread virtual);

    /** The stack of a mounted virtual thread that a monitor blocks, and that monitor. */
    StackSight stackAtMonitor(Thread virtual);

    /** Whether the JDK added a carrier because this one is blocked. */
    boolean compensated(Thread carrier);

    /** Whether what runs on the carrier is in native code; the only sign of a downcall by the FFM API. */
    boolean inNative(Thread carrier);

    /** Whether a debugger has suspended what runs on the carrier. */
    boolean suspended(Thread carrier);

    /**
     * Whether the carrier has announced a mount and is still about to begin with it, so that nothing of the virtual thread runs
     * yet: a debugger may have suspended that one.
     */
    boolean isBeginning(Thread carrier);

    /** The threads, those of the carriers included and ours excluded, that are in a class initializer now. */
    List<Initializer> initializers(List<Thread> virtualThreads);

    /**
     * The thread that owns the monitor which the virtual thread waits for, or null where it cannot be told.
     *
     * @param others virtual threads that are mounted now
     */
    ThreadRef ownerOf(StackSight waiting, List<Thread> others);

    /**
     * The file, pipe or socket that the system call of a thread is about; null where it cannot be told.
     *
     * @param task what the kernel calls the thread; 0 where that is not known
     */
    String descriptorOf(long task);

    /**
     * How long the carrier has been runnable and waited for a processor.
     *
     * @param task what the kernel calls it; 0 where that is not known
     */
    RunDelay runDelay(long carrierId, long task);

    /** The carrier of that name has ended; the kernel may give it to another thread. */
    void forget(long task);

    /** Processor time of the carrier in nanoseconds since it began; -1 where it cannot be told. */
    long cpuNanos(long carrierId);

    /** The scheduler of all virtual threads that were given no other one. */
    default Scheduler scheduler() {
        return Scheduler.UNKNOWN;
    }

    /**
     * A class initializer that runs.
     *
     * @param className of the class that is being initialized
     */
    record Initializer(String className, ThreadRef thread) {}
}
