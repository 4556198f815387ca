package dev.snag.runtime.witness;

import dev.snag.findings.PinReason;
import dev.snag.runtime.diagnosis.PinWitness;
import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Walks the parking thread's own stack with {@code LiveStackFrame}, as the JDK's {@code tracePinnedThreads} did, but outside
 * of the mount transition where that one deadlocked (JDK-8322846). It stops at the innermost frame that pins: a native
 * method, a class initializer, or one that owns a monitor.
 */
final class PinWalk {

    private static final String LIVE_FRAME = "java.lang.LiveStackFrame";

    private final StackWalker walker;
    private final MethodHandle monitorsOf;
    private final Function<Stream<StackFrame>, PinWitness> search = new Search();

    private PinWalk(StackWalker walker, MethodHandle monitorsOf) {
        this.walker = walker;
        this.monitorsOf = monitorsOf;
    }

    static PinWalk open() throws ReflectiveOperationException {
        Class<?> live = Class.forName(LIVE_FRAME, false, null);
        Method monitors = live.getDeclaredMethod("getMonitors");
        Method walkers = live.getDeclaredMethod("getStackWalker", Set.class);
        monitors.setAccessible(true);
        walkers.setAccessible(true);
        var walker = (StackWalker) walkers.invoke(null, Set.of(StackWalker.Option.SHOW_REFLECT_FRAMES));
        return new PinWalk(walker, MethodHandles.lookup().unreflect(monitors));
    }

    /** What pins the calling thread. */
    PinWitness now() {
        return walker.walk(search);
    }

    private final class Search implements Function<Stream<StackFrame>, PinWitness> {
        @Override
        public PinWitness apply(Stream<StackFrame> frames) {
            Iterator<StackFrame> all = frames.iterator();
            while (all.hasNext()) {
                StackFrame frame = all.next();
                if (frame.isNativeMethod()) {
                    return found(frame, PinReason.NATIVE_FRAME, List.of());
                }
                if (frame.getMethodName().equals("<clinit>")) {
                    return found(frame, PinReason.CLASS_INIT, List.of());
                }
                List<String> owned = ownedBy(frame);
                if (!owned.isEmpty()) {
                    return found(frame, PinReason.MONITOR, owned);
                }
            }
            return PinWitness.ofNothing(Thread.currentThread().threadId(), System.nanoTime());
        }

        private PinWitness found(StackFrame frame, PinReason reason, List<String> monitors) {
            return new PinWitness(
                    Thread.currentThread().threadId(),
                    System.nanoTime(),
                    reason,
                    frame.getClassName(),
                    frame.getMethodName(),
                    monitors);
        }

        private List<String> ownedBy(StackFrame frame) {
            var names = new ArrayList<String>();
            try {
                for (Object monitor : (Object[]) monitorsOf.invoke(frame)) {
                    if (monitor != null) {
                        names.add(
                                monitor instanceof Class<?> type
                                        ? type.getName()
                                        : monitor.getClass().getName());
                    }
                }
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable t) {
                throw new IllegalStateException(t);
            }
            return names;
        }
    }
}
