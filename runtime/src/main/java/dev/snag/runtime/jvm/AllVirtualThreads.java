package dev.snag.runtime.jvm;

import static dev.snag.runtime.jvm.Internals.field;
import static dev.snag.runtime.jvm.Internals.method;

import dev.snag.runtime.jvm.Sight.VirtualState;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The virtual threads of the JVM, mounted or not, and where each of them is: {@code jdk.internal.vm.ThreadContainers}, which
 * knows them all unless {@code jdk.trackAllThreads} is false. No stack of an unmounted one is asked for, which would keep it
 * from being mounted meanwhile.
 */
final class AllVirtualThreads {

    /** Of a program with more, the rest is not asked. */
    static final int MOST_THREADS = 10_000;

    private static final int DEEPEST = 64;

    private final Method root = method("jdk.internal.vm.ThreadContainers", "root");
    private final Method threads = method("jdk.internal.vm.ThreadContainer", "threads");
    private final Method children = method("jdk.internal.vm.ThreadContainer", "children");
    private final Field carrier = field("java.lang.VirtualThread", "carrierThread");
    private final Field scheduler = field("java.lang.VirtualThread", "scheduler");
    private final MountedThread mounted = new MountedThread();
    private final Supplier<ForkJoinPool> pool;

    AllVirtualThreads(Supplier<ForkJoinPool> pool) throws ReflectiveOperationException {
        this.pool = pool;
    }

    List<Thread> some() {
        var found = new ArrayList<Thread>();
        Internals.read(() -> {
            addAllIn(root.invoke(null), found, 0);
            return null;
        });
        return found;
    }

    private void addAllIn(Object container, Collection<Thread> found, int depth) throws ReflectiveOperationException {
        Iterator<?> members = ((Stream<?>) threads.invoke(container)).iterator();
        while (members.hasNext() && found.size() < MOST_THREADS) {
            if (members.next() instanceof Thread thread && thread.isVirtual()) {
                found.add(thread);
            }
        }
        Iterator<?> nested = ((Stream<?>) children.invoke(container)).iterator();
        while (nested.hasNext() && found.size() < MOST_THREADS && depth < DEEPEST) {
            addAllIn(nested.next(), found, depth + 1);
        }
    }

    Waits.Place placeOf(Thread thread) {
        if (!thread.isVirtual() || Internals.read(() -> scheduler.get(thread)) != pool.get()) {
            return Waits.Place.ELSEWHERE;
        }
        return carrierOf(thread) == null ? Waits.Place.OFF_THE_CARRIERS : Waits.Place.ON_A_CARRIER;
    }

    private Thread carrierOf(Thread thread) {
        return Internals.read(() -> (Thread) carrier.get(thread));
    }

    /** What it parks for. On 21 a virtual thread may park as its own carrier, in sections of the JDK that must not unmount. */
    Object blockerOf(Thread thread) {
        Object own = LockSupport.getBlocker(thread);
        Thread on = own == null && thread.isVirtual() ? carrierOf(thread) : null;
        return on == null ? own : LockSupport.getBlocker(on);
    }

    /** As {@code getState()}, which for a mounted virtual thread would take a lock that its carrier may own. */
    Thread.State stateOf(Thread thread) {
        Thread on = thread.isVirtual() ? carrierOf(thread) : null;
        if (on == null) {
            return thread.getState();
        }
        boolean running = mounted.stateOf(thread) != VirtualState.IN_TRANSITION;
        return running ? on.getState() : Thread.State.RUNNABLE;
    }
}
