package dev.snag.runtime.diagnosis;

import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.Sight.VirtualState;
import dev.snag.runtime.jvm.StackSight;
import java.util.List;

/** What a held carrier looks like from outside, before processor time is weighed. */
public enum Nature {
    /** Parked on its carrier. */
    PARKED,
    /** Waits to enter a monitor. */
    ENTERING,
    /** In {@code Object.wait}. */
    WAITING,
    /** Runnable, with a native method on top that may block. */
    IN_NATIVE_METHOD,
    /** Runnable, with Java code on top, or a native method that never blocks: it computes, or the VM or a downcall blocks it. */
    IN_JAVA,
    /**
     * The carrier waits itself for a lock of the JDK's own, on the way to let go or to be taken: until 24 the lock of the timer
     * that ends {@code Thread.sleep}. It is held for microseconds, unless its owner gets no processor.
     */
    IN_SCHEDULER;

    private static final String LOCK_SUPPORT = "java.util.concurrent.locks.LockSupport";

    static Nature of(Sight sight, StackSight stack) {
        if (sight.virtual() == VirtualState.PINNED) {
            return PARKED;
        }
        List<StackTraceElement> frames = stack.frames();
        StackTraceElement top = frames.isEmpty() ? null : frames.getFirst();
        return switch (sight.carrier()) {
            case BLOCKED -> ENTERING;
            case WAITING, TIMED_WAITING ->
                isObjectWait(top) ? WAITING : isParkOfCarrier(frames) ? IN_SCHEDULER : PARKED;
            case NEW, RUNNABLE, TERMINATED -> mayBlock(top) ? IN_NATIVE_METHOD : IN_JAVA;
        };
    }

    private static boolean mayBlock(StackTraceElement top) {
        return top != null && top.isNativeMethod() && !BlockingCalls.neverBlocks(top);
    }

    /** A virtual thread that parks comes by {@code VirtualThread.parkOnCarrierThread}. */
    private static boolean isParkOfCarrier(List<StackTraceElement> frames) {
        return frames.size() > 1 && frames.get(1).getClassName().equals(LOCK_SUPPORT);
    }

    private static boolean isObjectWait(StackTraceElement top) {
        return top == null || top.getClassName().equals("java.lang.Object");
    }
}
