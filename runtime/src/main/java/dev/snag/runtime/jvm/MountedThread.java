package dev.snag.runtime.jvm;

import static dev.snag.runtime.jvm.Internals.field;

import dev.snag.runtime.jvm.Sight.VirtualState;
import java.lang.reflect.Field;

/**
 * Finds the virtual thread on a carrier, and its state, by the references that the JDK itself keeps. The names are the
 * same on 21 to 27: {@code Thread.cont}, {@code Continuation.target}, {@code VThreadContinuation$1.val$vthread}.
 */
final class MountedThread {

    private final Field continuation = field("java.lang.Thread", "cont");
    private final Field target = field("jdk.internal.vm.Continuation", "target");
    private final Field virtual = field("java.lang.VirtualThread$VThreadContinuation$1", "val$vthread");
    private final Field state = field("java.lang.VirtualThread", "state");
    private final Field running = field("java.lang.VirtualThread", "RUNNING");
    private final Field pinned = field("java.lang.VirtualThread", "PINNED");
    private final Field timedPinned = field("java.lang.VirtualThread", "TIMED_PINNED");

    MountedThread() throws ReflectiveOperationException {}

    Thread on(Thread carrier) {
        return Internals.read(() -> {
            Object cont = continuation.get(carrier);
            Object task = cont == null ? null : target.get(cont);
            return virtual.getDeclaringClass().isInstance(task) ? (Thread) virtual.get(task) : null;
        });
    }

    /** The numbers of the states moved within 21's updates, so they are read and not known. */
    VirtualState stateOf(Thread thread) {
        return Internals.read(() -> {
            int now = state.getInt(thread);
            if (now == running.getInt(null)) {
                return VirtualState.RUNNING;
            }
            return now == pinned.getInt(null) || now == timedPinned.getInt(null)
                    ? VirtualState.PINNED
                    : VirtualState.IN_TRANSITION;
        });
    }
}
