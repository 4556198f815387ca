package dev.snag.runtime.bridge;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Notes where virtual threads are started, in a ring by the id of the thread: a later one takes the place of an earlier one,
 * so no lock is needed and the memory is bounded. Like {@link Bridge} a template; its copy in {@code java.lang} exists only
 * with the option {@code creation-sites}.
 *
 * <p>It allocates, which {@code Bridge} never does: {@code VirtualThread.start} lies outside of any mount transition.
 */
public final class Creations {

    /** The parts of an entry: {@code WeakReference<Thread>} of the thread started, the stack, who started it. */
    public static final int THREAD = 0;

    public static final int STACK = 1;
    public static final int CREATOR_NAME = 2;
    /** {@code long[]} of the ids of both. */
    public static final int IDS = 3;

    private static final AtomicReference<AtomicReferenceArray<Object[]>> RING = new AtomicReference<>();
    private static final AtomicLong ERRORS = new AtomicLong();

    /** The ring, which the engine puts there and whose length is a power of two, and the errors kept from the application. */
    public static final Object[] SHARED = {RING, ERRORS};

    static {
        RING.set(new AtomicReferenceArray<>(1));
        starting(Thread.currentThread());
        RING.set(null);
    }

    private Creations() {}

    /** At the entry of {@code VirtualThread.start}: the current thread starts the other. */
    public static void starting(Thread virtual) {
        AtomicReferenceArray<Object[]> ring = RING.get();
        if (ring == null) {
            return;
        }
        try {
            Thread creator = Thread.currentThread();
            long id = virtual.threadId();
            long[] ids = {id, creator.threadId()};
            Object[] entry = {new WeakReference<>(virtual), new Throwable(), creator.getName(), ids};
            ring.setRelease((int) id & (ring.length() - 1), entry);
        } catch (Throwable outOfMemory) { // or of stack; the thread is to start all the same
            ERRORS.incrementAndGet();
        }
    }
}
