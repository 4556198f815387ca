package dev.snag.runtime.bridge;

import java.lang.ref.WeakReference;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Hands the scope of a test on: a thread gets that of the thread which starts it, and a worker of a thread pool, for as long as it
 * runs a task, that of the thread which handed the task over. Like {@link Bridge} a template; its copy in {@code java.lang} exists
 * only where tests are watched.
 *
 * <p>Nodes are put at the head of a bucket without a lock, and taken out by the engine alone, one at a time. It allocates,
 * which {@code Bridge} never does: threads are started outside of any mount transition, but for carriers, which are passed by
 * at once.
 */
public final class Lineage {

    /** The parts of a node: {@code WeakReference} to the thread, or the task. */
    public static final int OF = 0;
    /** {@code long[]} of the thread's id, or of the task's identity hash code. */
    public static final int ID = 1;
    /** The engine's; null for none. */
    public static final int SCOPE = 2;
    /** The node put before it; only the engine changes it. */
    public static final int NEXT = 3;
    /** The engine's: since when the thread was seen not to be alive. */
    public static final int MARK = 4;
    /** How many parts a node has. */
    public static final int LENGTH = 5;

    private static final int MOST = 1 << 20;
    private static final String TIMER = "CompletableFutureDelayScheduler";

    private static final AtomicReference<AtomicReferenceArray<Object[]>> THREADS = new AtomicReference<>();
    private static final AtomicReference<AtomicReferenceArray<Object[]>> TASKS = new AtomicReference<>();
    private static final AtomicInteger THREADS_KEPT = new AtomicInteger();
    private static final AtomicInteger TASKS_KEPT = new AtomicInteger();
    private static final AtomicLong LOST = new AtomicLong();
    private static final AtomicLong ERRORS = new AtomicLong();

    /**
     * Of threads and of tasks the buckets, which the engine puts there and whose number is a power of two, and how many nodes
     * there are; how many found no room; errors kept from the application.
     */
    public static final Object[] SHARED = {THREADS, THREADS_KEPT, TASKS, TASKS_KEPT, LOST, ERRORS};

    static {
        rehearse();
    }

    private Lineage() {}

    /** Uses each hook once, so that nothing is left to be loaded or linked within one. */
    private static void rehearse() {
        Thread self = Thread.currentThread();
        THREADS.set(new AtomicReferenceArray<>(1));
        TASKS.set(new AtomicReferenceArray<>(1));
        put(THREADS.get(), THREADS_KEPT, self, self.threadId(), ERRORS);
        starting(self);
        inherits(self);
        submitted(self);
        submitted(self);
        running(self);
        THREADS.set(null);
        TASKS.set(null);
        THREADS_KEPT.set(0);
        TASKS_KEPT.set(0);
    }

    /** At the entry of {@code start}: the current thread starts the other. */
    public static void starting(Thread started) {
        AtomicReferenceArray<Object[]> threads = THREADS.get();
        if (threads == null || started instanceof ForkJoinWorkerThread) {
            return;
        }
        try {
            Object scope = scopeOfCurrent(threads);
            if (scope != null && inherits(started)) {
                put(threads, THREADS_KEPT, started, started.threadId(), scope);
            }
        } catch (Throwable outOfMemory) { // or of stack; the thread is to start all the same
            ERRORS.incrementAndGet();
        }
    }

    /** Where a thread pool takes a task: the current thread hands it over. */
    public static void submitted(Object task) {
        AtomicReferenceArray<Object[]> threads = THREADS.get();
        AtomicReferenceArray<Object[]> tasks = TASKS.get();
        if (threads == null || tasks == null || task == null) {
            return;
        }
        try {
            Object scope = scopeOfCurrent(threads);
            Object[] known = findTask(tasks, task);
            if (known != null) {
                known[SCOPE] = scope;
            } else if (scope != null) {
                put(tasks, TASKS_KEPT, task, System.identityHashCode(task), scope);
            }
        } catch (Throwable outOfMemory) {
            ERRORS.incrementAndGet();
        }
    }

    /** Before a thread pool runs a task: the current thread is the worker, and has no scope but the task's. */
    public static void running(Object task) {
        AtomicReferenceArray<Object[]> threads = THREADS.get();
        AtomicReferenceArray<Object[]> tasks = TASKS.get();
        if (threads == null || tasks == null) {
            return;
        }
        try {
            Object[] known = findTask(tasks, task);
            Object scope = known == null ? null : known[SCOPE];
            Thread worker = Thread.currentThread();
            Object[] own = find(threads, worker.threadId());
            if (own != null) {
                own[SCOPE] = scope;
            } else if (scope != null) {
                put(threads, THREADS_KEPT, worker, worker.threadId(), scope);
            }
        } catch (Throwable outOfMemory) {
            ERRORS.incrementAndGet();
        }
    }

    private static Object scopeOfCurrent(AtomicReferenceArray<Object[]> threads) {
        Object[] own = find(threads, Thread.currentThread().threadId());
        return own == null ? null : own[SCOPE];
    }

    private static Object[] find(AtomicReferenceArray<Object[]> buckets, long id) {
        Object[] node = buckets.get((int) id & (buckets.length() - 1));
        while (node != null && ((long[]) node[ID])[0] != id) {
            node = (Object[]) node[NEXT];
        }
        return node;
    }

    /** Two tasks may have one hash code. */
    private static Object[] findTask(AtomicReferenceArray<Object[]> tasks, Object task) {
        Object[] node = tasks.get(System.identityHashCode(task) & (tasks.length() - 1));
        while (node != null && ((WeakReference<?>) node[OF]).get() != task) {
            node = (Object[]) node[NEXT];
        }
        return node;
    }

    /** Not what the JDK starts for everybody, on behalf of whoever came first. */
    private static boolean inherits(Thread started) {
        String name = started.getName();
        if (started.isVirtual()) {
            return !name.startsWith("SubPoller-") && !name.endsWith("-Read-Poller");
        }
        return !started.getClass().getName().startsWith("jdk.internal.") && !TIMER.equals(name);
    }

    private static void put(
            AtomicReferenceArray<Object[]> buckets, AtomicInteger kept, Object of, long id, Object scope) {
        if (kept.get() >= MOST) {
            LOST.incrementAndGet();
            return;
        }
        int bucket = (int) id & (buckets.length() - 1);
        Object[] node = {new WeakReference<>(of), new long[] {id}, scope, null, null};
        Object[] head;
        do {
            head = buckets.get(bucket);
            node[NEXT] = head;
        } while (!buckets.compareAndSet(bucket, head, node));
        kept.incrementAndGet();
    }
}
