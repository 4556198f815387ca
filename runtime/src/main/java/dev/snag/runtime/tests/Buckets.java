package dev.snag.runtime.tests;

import dev.snag.runtime.bridge.Lineage;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The nodes of {@link Lineage}, of threads or of tasks. Anybody may put one; nodes are taken out one at a time. */
final class Buckets {

    private final AtomicReferenceArray<Object[]> heads;
    private final AtomicInteger kept;

    /**
     * None yet.
     *
     * @param number a power of two
     * @param kept how many there are, shared with the bridge
     */
    Buckets(int number, AtomicInteger kept) {
        heads = new AtomicReferenceArray<>(number);
        this.kept = kept;
    }

    AtomicReferenceArray<Object[]> heads() {
        return heads;
    }

    /** The node that was put last with this id; null for none. */
    Object[] find(long id) {
        for (Object[] node = heads.get(bucketOf(id)); node != null; node = next(node)) {
            if (id(node) == id) {
                return node;
            }
        }
        return null;
    }

    /** Puts one, which hides those of the same id. */
    Object[] put(Thread thread, Object scope) {
        var node = new Object[Lineage.LENGTH];
        node[Lineage.OF] = new WeakReference<>(thread);
        node[Lineage.ID] = new long[] {thread.threadId()};
        node[Lineage.SCOPE] = scope;
        int bucket = bucketOf(thread.threadId());
        Object[] head;
        do {
            head = heads.get(bucket);
            node[Lineage.NEXT] = head;
        } while (!heads.compareAndSet(bucket, head, node));
        kept.incrementAndGet();
        return node;
    }

    void each(Consumer<Object[]> taker) {
        for (int i = 0; i < heads.length(); i++) {
            for (Object[] node = heads.get(i); node != null; node = next(node)) {
                taker.accept(node);
            }
        }
    }

    synchronized void takeOutWhere(Predicate<Object[]> gone) {
        for (int i = 0; i < heads.length(); i++) {
            for (Object[] node = heads.get(i); node != null; node = next(node)) {
                if (gone.test(node)) {
                    takeOut(i, node);
                }
            }
        }
    }

    /** Without effect where it was taken out before. */
    synchronized void takeOut(Object[] node) {
        takeOut(bucketOf(id(node)), node);
    }

    /** Others only put nodes at the head, so all behind it is ours to change; a reader may still see what was taken out. */
    private void takeOut(int bucket, Object[] node) {
        if (heads.compareAndSet(bucket, node, next(node))) {
            kept.decrementAndGet();
            return;
        }
        for (Object[] each = heads.get(bucket); each != null; each = next(each)) {
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

    private int bucketOf(long id) {
        return (int) id & (heads.length() - 1);
    }

    private static Object[] next(Object[] node) {
        return (Object[]) node[Lineage.NEXT];
    }

    private static long id(Object[] node) {
        return ((long[]) node[Lineage.ID])[0];
    }
}
