package dev.snag.runtime.creation;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.bridge.Creations;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * The engine's side of {@link Creations}: takes out what belongs to threads that have ended, as a stack keeps its classes
 * alive.
 */
public final class CreationSites implements Runnable {

    private static final long PAUSE_NANOS = 1_000_000_000;
    private static final int MOST_FRAMES = 64;
    private static final String BRIDGE = "java.lang.SnagCreations";

    private final AtomicReferenceArray<Object[]> ring;
    /** What was not alive when last looked: not started yet, or ended. */
    private final Object[][] notAlive;

    /**
     * Begins to keep sites.
     *
     * @param bridge the class {@code Creations}, or its copy under another name
     * @param most how many, rounded up to a power of two
     * @throws ReflectiveOperationException where it is not such a class
     */
    @SuppressWarnings("unchecked")
    public CreationSites(Class<?> bridge, int most) throws ReflectiveOperationException {
        var shared = (Object[]) bridge.getField("SHARED").get(null);
        int length = most == 1 ? 1 : Integer.highestOneBit(most - 1) << 1;
        ring = new AtomicReferenceArray<>(length);
        notAlive = new Object[length][];
        ((AtomicReference<AtomicReferenceArray<Object[]>>) shared[0]).set(ring);
    }

    /** How the thread of this id came to be; null where that is not kept any more. */
    public Started of(long threadId) {
        Object[] entry = ring.getAcquire((int) threadId & (ring.length() - 1));
        if (entry == null) {
            return null;
        }
        var ids = (long[]) entry[Creations.IDS];
        if (ids[0] != threadId) {
            return null;
        }
        var creator = new ThreadRef((String) entry[Creations.CREATOR_NAME], ids[1]);
        return new Started(creator, frames((Throwable) entry[Creations.STACK]));
    }

    private static List<StackTraceElement> frames(Throwable stack) {
        var frames = new ArrayList<StackTraceElement>();
        for (StackTraceElement frame : stack.getStackTrace()) {
            boolean ours =
                    frame.getClassName().equals(BRIDGE) || frame.getClassName().equals(Creations.class.getName());
            if (!ours && frames.size() < MOST_FRAMES) {
                frames.add(frame);
            }
        }
        return frames;
    }

    /** Sweeps for as long as the JVM lives. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, PAUSE_NANOS);
            sweep();
        }
    }

    /** Takes out what was not alive at two sweeps in a row: at one it may be about to start. */
    void sweep() {
        for (int i = 0; i < ring.length(); i++) {
            Object[] entry = ring.getAcquire(i);
            var thread = entry == null ? null : (Thread) ((WeakReference<?>) entry[Creations.THREAD]).get();
            if (entry == null || thread != null && thread.isAlive()) {
                notAlive[i] = null;
            } else if (notAlive[i] == entry || thread == null) {
                ring.compareAndSet(i, entry, null);
                notAlive[i] = null;
            } else {
                notAlive[i] = entry;
            }
        }
    }

    int kept() {
        int kept = 0;
        for (int i = 0; i < ring.length(); i++) {
            kept += ring.getAcquire(i) == null ? 0 : 1;
        }
        return kept;
    }
}
