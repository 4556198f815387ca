package dev.snag.runtime.bridge;

import java.lang.ref.WeakReference;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Hands the scope of a test on: a thread gets that of the thread which starts it. Like {@link Bridge} a template; its copy in
 * {@code java.lang} exists only where tests are watched.
 *
 * <p>Nodes are put at the head of a bucket without a lock, and taken out by the engine alone, one at a time. It allocates,
 * which {@code Bridge} never does: threads are started outside of any mount transition, but for carriers, which are passed by
 * at once.
 */
public final class Lineage {

    /** The parts of a node: {@code WeakReference<Thread>}. */
    public static final int THREAD = 0;
    /** {@code long[]} of its id. */
    public static final int ID = 1;
    /** The engine's. */
    public static final int SCOPE = 2;
    /** The node put before it; only the engine changes it. */
    public static final int NEXT = 3;
    /** The engine's: since when the thread was seen not to be alive. */
    public static final int MARK = 4;
    /** How many parts a node has. */
    public static final int LENGTH = 5;

    private static final int MOST = 1 << 20;
    private static final String TIMER = "CompletableFutureDelayScheduler";

    private static final AtomicReference<AtomicReferenceArray<Object[]>> TABLE = new AtomicReference<>();
    private static final AtomicInteger KEPT = new AtomicInteger();
    private static final AtomicLong LOST = new AtomicLong();
    private static final AtomicLong ERRORS = new AtomicLong();

    /**
     * The buckets, which the engine puts there and whose number is a power of two; how many nodes there are; how many threads
     * found no room; errors kept from the application.
     */
    public static final Object[] SHARED = {TABLE, KEPT, LOST, ERRORS};

    static {
        rehearse();
    }

    private Lineage() {}

    /** Uses the hook once, so that nothing is left to be loaded or linked within it. */
    private static void rehearse() {
        Thread self = Thread.currentThread();
        var table = new AtomicReferenceArray<Object[]>(1);
        TABLE.set(table);
        put(table, self, ERRORS);
        starting(self);
        inherits(self);
        TABLE.set(null);
        KEPT.set(0);
    }

    /** At the entry of {@code start}: the current thread starts the other. */
    public static void starting(Thread started) {
        AtomicReferenceArray<Object[]> table = TABLE.get();
        if (table == null || started instanceof ForkJoinWorkerThread) {
            return;
        }
        try {
            Object[] parent = find(table, Thread.currentThread().threadId());
            if (parent != null && inherits(started)) {
                put(table, started, parent[SCOPE]);
            }
        } catch (Throwable outOfMemory) { // or of stack; the thread is to start all the same
            ERRORS.incrementAndGet();
        }
    }

    private static Object[] find(AtomicReferenceArray<Object[]> table, long id) {
        Object[] node = table.get((int) id & (table.length() - 1));
        while (node != null && ((long[]) node[ID])[0] != id) {
            node = (Object[]) node[NEXT];
        }
        return node;
    }

    /** Not what the JDK starts for everybody, on behalf of whoever came first. */
    private static boolean inherits(Thread started) {
        return started.isVirtual()
                || !started.getClass().getName().startsWith("jdk.internal.")
                        && !TIMER.equals(started.getName());
    }

    private static void put(AtomicReferenceArray<Object[]> table, Thread thread, Object scope) {
        if (KEPT.get() >= MOST) {
            LOST.incrementAndGet();
            return;
        }
        long id = thread.threadId();
        int bucket = (int) id & (table.length() - 1);
        Object[] node = {new WeakReference<>(thread), new long[] {id}, scope, null, null};
        Object[] head;
        do {
            head = table.get(bucket);
            node[NEXT] = head;
        } while (!table.compareAndSet(bucket, head, node));
        KEPT.incrementAndGet();
    }
}
