package dev.snag.runtime.diagnosis;

import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.Sight.VirtualState;
import dev.snag.runtime.jvm.StackSight;

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
    IN_JAVA;

    static Nature of(Sight sight, StackSight stack) {
        if (sight.virtual() == VirtualState.PINNED) {
            return PARKED;
        }
        StackTraceElement top = stack.frames().isEmpty() ? null : stack.frames().getFirst();
        return switch (sight.carrier()) {
            case BLOCKED -> ENTERING;
            case WAITING, TIMED_WAITING -> isObjectWait(top) ? WAITING : PARKED;
            case NEW, RUNNABLE, TERMINATED -> mayBlock(top) ? IN_NATIVE_METHOD : IN_JAVA;
        };
    }

    private static boolean mayBlock(StackTraceElement top) {
        return top != null && top.isNativeMethod() && !BlockingCalls.neverBlocks(top);
    }

    private static boolean isObjectWait(StackTraceElement top) {
        return top == null || top.getClassName().equals("java.lang.Object");
    }
}
