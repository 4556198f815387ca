package dev.snag.runtime.jvm;

import static dev.snag.runtime.jvm.Internals.field;
import static dev.snag.runtime.jvm.Internals.method;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;

/**
 * {@code jdk.internal.vm.ThreadSnapshot} (JDK 25 on): stack, monitors and what is waited for, of one moment. On JDK 26
 * and 27 each one of a mounted virtual thread leaks a handle of the VM's, which keeps the carrier's {@code Thread} alive for
 * ever; so they are for what no other way tells.
 */
final class Snapshots {

    private static final String SNAPSHOT = "jdk.internal.vm.ThreadSnapshot";

    private final Method of = method(SNAPSHOT, "of", Thread.class);
    private final Field frames = field(SNAPSHOT, "stackTrace");
    private final Field locks = field(SNAPSHOT, "locks");
    private final Field blocker = field(SNAPSHOT, "blocker");
    private final Field lock = field(SNAPSHOT + "$ThreadLock", "obj");
    private final Field waitsFor = field(SNAPSHOT + "$ThreadBlocker", "obj");

    Snapshots() throws ReflectiveOperationException {}

    StackSight of(Thread thread) {
        return Internals.read(() -> {
            Object snapshot = of.invoke(null, thread);
            if (snapshot == null) {
                return StackSight.NONE;
            }
            Object block = blocker.get(snapshot);
            return new StackSight(
                    List.of((StackTraceElement[]) frames.get(snapshot)), block == null ? null : waitsFor.get(block));
        });
    }

    /** Whether the thread owns the monitor of this very object. */
    boolean owns(Thread thread, Object object) {
        return Internals.read(() -> {
            Object snapshot = of.invoke(null, thread);
            Object owned = snapshot == null ? null : locks.get(snapshot);
            for (int i = 0; owned != null && i < Array.getLength(owned); i++) {
                if (lock.get(Array.get(owned, i)) == object) {
                    return true;
                }
            }
            return false;
        });
    }
}
