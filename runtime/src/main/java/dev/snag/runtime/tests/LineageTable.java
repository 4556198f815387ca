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

    private final AtomicReferenceArray<Object[]> table = new AtomicReferenceArray<>(BUCKETS);
    private final AtomicInteger kept;
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
        kept = (AtomicInteger) shared[1];
        lost = (AtomicLong) shared[2];
        errors = (AtomicLong) shared[3];
        ((AtomicReference<AtomicReferenceArray<Object[]>>) shared[0]).set(table);
    }

    /** The scope that this thread got last; null where it has none. */
    Object scopeOf(long threadId) {
        for (Object[] node = table.get(bucketOf(threadId)); node != null; node = next(node)) {
            if (id(node) == threadId) {
                return node[Lineage.SCOPE];
            }
        }
        return null;
    }

    /** Binds the calling thread to a scope; returns what ends that. Until then earlier bindings of it are hidden. */
    Object enter(Object scope) {
        Thread self = Thread.currentThread();
        int bucket = bucketOf(self.threadId());
        var node = new Object[Lineage.LENGTH];
        node[Lineage.THREAD] = new WeakReference<>(self);
        node[Lineage.ID] = new long[] {self.threadId()};
        node[Lineage.SCOPE] = scope;
        Object[] head;
        do {
            head = table.get(bucket);
            node[Lineage.NEXT] = head;
        } while (!table.compareAndSet(bucket, head, node));
        kept.incrementAndGet();
        return node;
    }

    /** Ends a binding; without effect where it has ended. */
    synchronized void leave(Object binding) {
        var node = (Object[]) binding;
        takeOut(bucketOf(id(node)), node);
    }

    /** The threads of a scope that are still there, started or not. */
    List<Thread> threadsOf(Object scope) {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < BUCKETS; i++) {
            for (Object[] node = table.get(i); node != null; node = next(node)) {
                Thread thread = node[Lineage.SCOPE] == scope ? thread(node) : null;
                if (thread != null) {
                    threads.add(thread);
                }
            }
        }
        return threads;
    }

    /**
     * Takes out what belongs to threads that have not been alive for so long: one may be about to start, and a hold is
     * reported later than it ends.
     *
     * @param now {@code System.nanoTime()}
     */
    synchronized void sweep(long now, long graceNanos) {
        for (int i = 0; i < BUCKETS; i++) {
            for (Object[] node = table.get(i); node != null; node = next(node)) {
                Thread thread = thread(node);
                if (thread != null && thread.isAlive()) {
                    node[Lineage.MARK] = null;
                } else if (node[Lineage.MARK] == null) {
                    node[Lineage.MARK] = now;
                } else if (now - (Long) node[Lineage.MARK] >= graceNanos) {
                    takeOut(i, node);
                }
            }
        }
    }

    /** Others only put nodes at the head, so all behind it is ours to change; a reader may still see what was taken out. */
    private void takeOut(int bucket, Object[] node) {
        if (table.compareAndSet(bucket, node, next(node))) {
            kept.decrementAndGet();
            return;
        }
        for (Object[] each = table.get(bucket); each != null; each = next(each)) {
            if (each[Lineage.NEXT] == node) {
                each[Lineage.NEXT] = node[Lineage.NEXT];
                kept.decrementAndGet();
                return;
            }
        }
    }

    int kept() {
        return kept.get();
    }

    /** Threads that could not be noted, so that nobody knows whose their findings are. */
    long lost() {
        return lost.get() + errors.get();
    }

    private static int bucketOf(long threadId) {
        return (int) threadId & (BUCKETS - 1);
    }

    private static Object[] next(Object[] node) {
        return (Object[]) node[Lineage.NEXT];
    }

    private static long id(Object[] node) {
        return ((long[]) node[Lineage.ID])[0];
    }

    private static Thread thread(Object[] node) {
        return (Thread) ((WeakReference<?>) node[Lineage.THREAD]).get();
    }
}
