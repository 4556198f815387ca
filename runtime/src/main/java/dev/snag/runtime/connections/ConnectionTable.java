package dev.snag.runtime.connections;

import dev.snag.runtime.bridge.Connections;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The engine's side of {@link Connections}; for one thread at a time. */
final class ConnectionTable {

    private static final int CONNECTION_BUCKETS = 1 << 14;
    private static final int DESTINATION_BUCKETS = 1 << 10;

    private final AtomicReferenceArray<Object[]> open = new AtomicReferenceArray<>(CONNECTION_BUCKETS);
    private final AtomicReferenceArray<Object[]> destinations = new AtomicReferenceArray<>(DESTINATION_BUCKETS);
    private final AtomicInteger kept;
    private final AtomicInteger destinationsKept;
    private final AtomicInteger stacksKept;
    private final AtomicLong limit;
    private final AtomicReference<Object[]> passed;
    private final AtomicReference<Thread> engine;
    private final AtomicLong lost;
    private final AtomicLong errors;

    /**
     * Begins to count.
     *
     * @param bridge the class {@code Connections}, or its copy under another name
     * @param most how many to one destination are fine
     * @throws ReflectiveOperationException where it is not such a class
     */
    @SuppressWarnings("unchecked")
    ConnectionTable(Class<?> bridge, int most) throws ReflectiveOperationException {
        var shared = (Object[]) bridge.getField("SHARED").get(null);
        kept = (AtomicInteger) shared[1];
        destinationsKept = (AtomicInteger) shared[3];
        stacksKept = (AtomicInteger) shared[4];
        limit = (AtomicLong) shared[5];
        passed = (AtomicReference<Object[]>) shared[6];
        engine = (AtomicReference<Thread>) shared[7];
        lost = (AtomicLong) shared[8];
        errors = (AtomicLong) shared[9];
        limit.set(most);
        kept.set(0);
        destinationsKept.set(0);
        stacksKept.set(0);
        lost.set(0);
        errors.set(0);
        passed.set(null);
        ((AtomicReference<AtomicReferenceArray<Object[]>>) shared[2]).set(destinations);
        ((AtomicReference<AtomicReferenceArray<Object[]>>) shared[0]).set(open);
    }

    long limit() {
        return limit.get();
    }

    /** Who is woken when a limit is passed. */
    void wakes(Thread thread) {
        engine.set(thread);
    }

    /** The limits passed since the last time, the first one first; each as {@link Connections} has made it. */
    List<Object[]> takePassed() {
        var found = new ArrayList<Object[]>();
        for (Object[] each = passed.getAndSet(null); each != null; each = (Object[]) each[Connections.PASSED_BEFORE]) {
            found.addFirst(each);
        }
        return found;
    }

    /**
     * The stacks of the connections to a destination that were open at that time; null in the place of one that was not kept.
     *
     * @param at {@code System.nanoTime()}
     */
    List<Throwable> openAt(Object[] destination, long at) {
        var stacks = new ArrayList<Throwable>();
        for (int i = 0; i < open.length(); i++) {
            for (Object[] each = open.get(i); each != null; each = next(each)) {
                if (each[Connections.TO] == destination && wasOpen(each, at)) {
                    stacks.add((Throwable) each[Connections.STACK]);
                }
            }
        }
        return stacks;
    }

    private static boolean wasOpen(Object[] connection, long at) {
        long closed = closedAt(connection).get();
        return ((long[]) connection[Connections.OPENED])[0] - at <= 0
                && (closed == Connections.STILL_OPEN || closed - at > 0);
    }

    /** The destinations of which a limit was passed. */
    List<Object[]> told() {
        var told = new ArrayList<Object[]>();
        for (int i = 0; i < destinations.length(); i++) {
            for (Object[] each = destinations.get(i); each != null; each = next(each)) {
                if (wasTold(each)) {
                    told.add(each);
                }
            }
        }
        return told;
    }

    /**
     * Takes out what was closed before that time, or has been collected; a socket was closed by the JDK then, a channel is open
     * for ever, and counts for ever. Destinations without a connection go too, unless a limit was passed there.
     *
     * @param before {@code System.nanoTime()}
     */
    void sweep(long before) {
        for (int i = 0; i < open.length(); i++) {
            for (Object[] each = open.get(i); each != null; each = next(each)) {
                if (isGone(each, before) && takeOut(open, i, each)) {
                    kept.decrementAndGet();
                    stacksKept.addAndGet(each[Connections.STACK] == null ? 0 : -1);
                }
            }
        }
        for (int i = 0; i < destinations.length(); i++) {
            for (Object[] each = destinations.get(i); each != null; each = next(each)) {
                boolean retired =
                        !wasTold(each) && ((AtomicLong) each[Connections.COUNT]).compareAndSet(0, Connections.RETIRED);
                if (retired && takeOut(destinations, i, each)) {
                    destinationsKept.decrementAndGet();
                }
            }
        }
    }

    private boolean wasTold(Object[] destination) {
        return ((AtomicLong) destination[Connections.TOLD_ABOVE]).get() != limit.get();
    }

    private static boolean isGone(Object[] connection, long before) {
        AtomicLong closed = closedAt(connection);
        if (closed.get() != Connections.STILL_OPEN) {
            return closed.get() - before < 0;
        }
        if (!((WeakReference<?>) connection[Connections.SOCKET]).refersTo(null)) {
            return false;
        }
        if ((Boolean) connection[Connections.CLEANED] && closed.compareAndSet(Connections.STILL_OPEN, before)) {
            ((AtomicLong) ((Object[]) connection[Connections.TO])[Connections.COUNT]).decrementAndGet();
        }
        return true;
    }

    /** Others only put nodes at the head, so all behind it is ours to change; a reader may still see what was taken out. */
    private static boolean takeOut(AtomicReferenceArray<Object[]> heads, int bucket, Object[] node) {
        if (heads.compareAndSet(bucket, node, next(node))) {
            return true;
        }
        for (Object[] each = heads.get(bucket); each != null; each = next(each)) {
            if (each[Connections.NEXT] == node) {
                each[Connections.NEXT] = node[Connections.NEXT];
                return true;
            }
        }
        return false;
    }

    int kept() {
        return kept.get();
    }

    int destinationsKept() {
        return destinationsKept.get();
    }

    /** Connections that were not counted: no room for them, or no memory. */
    long lost() {
        return lost.get() + errors.get();
    }

    private static AtomicLong closedAt(Object[] connection) {
        return (AtomicLong) connection[Connections.CLOSED];
    }

    private static Object[] next(Object[] node) {
        return (Object[]) node[Connections.NEXT];
    }
}
