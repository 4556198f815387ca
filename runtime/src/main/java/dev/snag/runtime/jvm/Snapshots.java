package dev.snag.runtime.jvm;

import static dev.snag.runtime.jvm.Internals.field;
import static dev.snag.runtime.jvm.Internals.method;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code jdk.internal.vm.ThreadSnapshot} (JDK 25 on): stack, owned monitors and what is waited for, of one moment. On JDK 26
 * and 27 each one of a mounted virtual thread leaks a handle of the VM's, which keeps the carrier's {@code Thread} alive for
 * ever; so they are for what no other way tells.
 */
final class Snapshots {

    private static final String SNAPSHOT = "jdk.internal.vm.ThreadSnapshot";

    private final Method of = method(SNAPSHOT, "of", Thread.class);
    private final Field frames = field(SNAPSHOT, "stackTrace");
    private final Field locks = field(SNAPSHOT, "locks");
    private final Field blocker = field(SNAPSHOT, "blocker");
    private final Field depth = field(SNAPSHOT + "$ThreadLock", "depth");
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
                    List.of((StackTraceElement[]) frames.get(snapshot)),
                    monitors(locks.get(snapshot)),
                    block == null ? null : waitsFor.get(block));
        });
    }

    private Map<Integer, List<String>> monitors(Object owned) throws ReflectiveOperationException {
        var byFrame = new HashMap<Integer, List<String>>();
        for (int i = 0; i < Array.getLength(owned); i++) {
            Object one = Array.get(owned, i);
            Object object = lock.get(one);
            // Of a monitor that was optimized away the VM hands out its class.
            String name = object instanceof Class<?> type
                    ? type.getName()
                    : object.getClass().getName();
            byFrame.computeIfAbsent(depth.getInt(one), d -> new ArrayList<>()).add(name);
        }
        return byFrame;
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
