package dev.snag.runtime.tests;

import dev.snag.runtime.bridge.Lineage;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The engine's side of {@link Lineage}: which thread belongs to which scope. Any thread may use it. */
final class LineageTable {

    private static final int BUCKETS = 1 << 16;

    private final Buckets threads;
    private final Buckets tasks;
    private final AtomicLong lost;
    private final AtomicLong errors;

    /**
     * Begins to note who starts whom.
     *
     * @param bridge the class {@code Lineage}, or its copy under another name
     * @throws ReflectiveOperationException where it is not such a class
     */
    @SuppressWarnings("unchecked")
    LineageTable(Class<?> bridge) throws ReflectiveOperationException {
        var shared = (Object[]) bridge.getField("SHARED").get(null);
        threads = new Buckets(BUCKETS, (AtomicInteger) shared[1]);
        tasks = new Buckets(BUCKETS, (AtomicInteger) shared[3]);
        lost = (AtomicLong) shared[4];
        errors = (AtomicLong) shared[5];
        ((AtomicReference<AtomicReferenceArray<Object[]>>) shared[2]).set(tasks.heads());
        ((AtomicReference<AtomicReferenceArray<Object[]>>) shared[0]).set(threads.heads());
    }

    /** The scope that this thread got last; null where it has none. */
    Object scopeOf(long threadId) {
        Object[] node = threads.find(threadId);
        return node == null ? null : node[Lineage.SCOPE];
    }

    /** Binds the calling thread to a scope; returns what ends that. Until then earlier bindings of it are hidden. */
    Object enter(Object scope) {
        return threads.put(Thread.currentThread(), scope);
    }

    /** Ends a binding; without effect where it has ended. */
    void leave(Object binding) {
        threads.takeOut((Object[]) binding);
    }

    /** The threads of a scope that are still there, started or not. */
    List<Thread> threadsOf(Object scope) {
        var found = new ArrayList<Thread>();
        threads.each(node -> {
            Thread thread = node[Lineage.SCOPE] == scope ? thread(node) : null;
            if (thread != null) {
                found.add(thread);
            }
        });
        return found;
    }

    /**
     * Takes out what belongs to threads that have not been alive for so long: one may be about to start, and a hold is
     * reported later than it ends. Of tasks those that nobody has any more.
     *
     * @param now {@code System.nanoTime()}
     */
    void sweep(long now, long graceNanos) {
        threads.takeOutWhere(node -> {
            Thread thread = thread(node);
            if (thread != null && thread.isAlive()) {
                node[Lineage.MARK] = null;
                return false;
            }
            if (node[Lineage.MARK] == null) {
                node[Lineage.MARK] = now;
                return false;
            }
            return now - (Long) node[Lineage.MARK] >= graceNanos;
        });
        tasks.takeOutWhere(node -> ((WeakReference<?>) node[Lineage.OF]).refersTo(null));
    }

    int kept() {
        return threads.kept();
    }

    int tasksKept() {
        return tasks.kept();
    }

    /** Threads and tasks that could not be noted, so that nobody knows whose their findings are. */
    long lost() {
        return lost.get() + errors.get();
    }

    private static Thread thread(Object[] node) {
        return (Thread) ((WeakReference<?>) node[Lineage.OF]).get();
    }
}
