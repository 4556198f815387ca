package dev.snag.runtime.bridge;

import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the outgoing connections that virtual threads have open at one time, by address and port. Like {@link Bridge} a
 * template; its copy in {@code java.lang} exists only with the option {@code max-connections}.
 *
 * <p>Connections and destinations are put at the head of a bucket without a lock; only the engine takes them out. It allocates,
 * which {@code Bridge} never does: to connect lies outside of any mount transition, and costs much more.
 */
public final class Connections {

    /** The parts of a connection: {@code WeakReference} to the socket or channel. */
    public static final int SOCKET = 0;
    /** The destination, a node of its own. */
    public static final int TO = 1;
    /** {@code Throwable} made where it was opened; null where too many are kept. */
    public static final int STACK = 2;
    /** {@code long[]} of {@code System.nanoTime()} when it was opened. */
    public static final int OPENED = 3;
    /** {@code AtomicLong} of {@code System.nanoTime()} when it was closed, or {@link #STILL_OPEN}. */
    public static final int CLOSED = 4;
    /** {@code Boolean}: whether the JDK closes it once nobody has it any more. */
    public static final int CLEANED = 5;

    /** The parts of a destination: {@code InetAddress}. */
    public static final int ADDRESS = 0;
    /** {@code int[]} of the port. */
    public static final int PORT = 1;
    /** {@code AtomicLong}: how many are open, or {@link #RETIRED}. */
    public static final int COUNT = 2;
    /** {@code AtomicLong}: above how many it is to be told next. */
    public static final int TOLD_ABOVE = 3;
    /** {@code AtomicLong}: the most that were open at one time. */
    public static final int PEAK = 4;

    /** Of both: the node put before it; only the engine changes it. */
    public static final int NEXT = 6;
    /** How many parts a node has. */
    public static final int LENGTH = 7;

    /** The parts of a limit that was passed: the destination, {@code long[]} of the number and the time, the one before it. */
    public static final int PASSED_TO = 0;

    public static final int PASSED_AT = 1;
    public static final int PASSED_BEFORE = 2;

    /** In the place of a time. */
    public static final long STILL_OPEN = Long.MAX_VALUE;
    /** In the place of a count, of a destination that the engine takes out. */
    public static final long RETIRED = Long.MIN_VALUE;

    private static final int MOST_CONNECTIONS = 1 << 16;
    private static final int MOST_STACKS = 1 << 12;
    private static final int MOST_DESTINATIONS = 1 << 12;

    private static final AtomicReference<AtomicReferenceArray<Object[]>> OPEN = new AtomicReference<>();
    private static final AtomicReference<AtomicReferenceArray<Object[]>> DESTINATIONS = new AtomicReference<>();
    private static final AtomicInteger KEPT = new AtomicInteger();
    private static final AtomicInteger STACKS_KEPT = new AtomicInteger();
    private static final AtomicInteger DESTINATIONS_KEPT = new AtomicInteger();
    private static final AtomicLong LIMIT = new AtomicLong();
    private static final AtomicReference<Object[]> PASSED = new AtomicReference<>();
    private static final AtomicReference<Thread> ENGINE = new AtomicReference<>();
    private static final AtomicLong LOST = new AtomicLong();
    private static final AtomicLong ERRORS = new AtomicLong();

    /**
     * Of connections and of destinations the buckets, which the engine puts there and whose numbers are powers of two, and how
     * many there are; stacks kept; the limit; limits passed; the thread to wake then; connections without room; errors kept
     * from the application.
     */
    public static final Object[] SHARED = {
        OPEN, KEPT, DESTINATIONS, DESTINATIONS_KEPT, STACKS_KEPT, LIMIT, PASSED, ENGINE, LOST, ERRORS
    };

    static {
        rehearse();
    }

    private Connections() {}

    /** Uses each hook once; with no address, as the first of those settles what a {@code main} may still choose. */
    private static void rehearse() {
        OPEN.set(new AtomicReferenceArray<>(1));
        DESTINATIONS.set(new AtomicReferenceArray<>(1));
        Object[] used = {InetSocketAddress.class, InetAddress.class};
        note(used, "", 0, true);
        closed(true, used);
        opened(used, (SocketAddress) null);
        LockSupport.unpark(null);
        OPEN.set(null);
        DESTINATIONS.set(null);
        PASSED.set(null);
        KEPT.set(0);
        STACKS_KEPT.set(0);
        DESTINATIONS_KEPT.set(0);
    }

    /** Where a {@code Socket} has begun to connect; the JDK closes it where that fails, or when nobody has it any more. */
    public static void opened(Object socket, InetAddress address, int port) {
        if (OPEN.get() != null && Thread.currentThread().isVirtual()) {
            note(socket, address, port, true);
        }
    }

    /** Where a {@code SocketChannel} has begun to connect; the JDK closes it where that fails. */
    public static void opened(Object channel, SocketAddress remote) {
        if (OPEN.get() != null
                && remote instanceof InetSocketAddress to
                && Thread.currentThread().isVirtual()) {
            note(channel, to.getAddress(), to.getPort(), false);
        }
    }

    /** Where a socket or channel was closed, by whatever thread, or could not be closed yet. */
    public static void closed(boolean really, Object socket) {
        AtomicReferenceArray<Object[]> open = OPEN.get();
        if (!really || open == null) {
            return;
        }
        try {
            Object[] connection = open.get(System.identityHashCode(socket) & (open.length() - 1));
            while (connection != null && ((WeakReference<?>) connection[SOCKET]).get() != socket) {
                connection = (Object[]) connection[NEXT];
            }
            if (connection != null && ((AtomicLong) connection[CLOSED]).compareAndSet(STILL_OPEN, System.nanoTime())) {
                ((AtomicLong) ((Object[]) connection[TO])[COUNT]).decrementAndGet();
            }
        } catch (Throwable outOfMemory) { // or of stack; it is to be closed all the same
            ERRORS.incrementAndGet();
        }
    }

    private static void note(Object socket, Object address, int port, boolean cleaned) {
        AtomicReferenceArray<Object[]> open = OPEN.get();
        AtomicReferenceArray<Object[]> destinations = DESTINATIONS.get();
        if (open == null || destinations == null || address == null) {
            return;
        }
        try {
            if (KEPT.get() >= MOST_CONNECTIONS) {
                LOST.incrementAndGet();
                return;
            }
            // All that may throw comes before the first count.
            Object[] passed = {null, new long[2], null};
            Object[] connection = connection(socket, cleaned);
            Object[] to = destination(destinations, address, port);
            if (to == null) {
                LOST.incrementAndGet();
                return;
            }
            long count = increment((AtomicLong) to[COUNT]);
            while (count == RETIRED) {
                to = destination(destinations, address, port);
                count = to == null ? 0 : increment((AtomicLong) to[COUNT]);
            }
            if (to == null) {
                LOST.incrementAndGet();
                return;
            }
            connection[TO] = to;
            put(open, System.identityHashCode(socket), connection);
            KEPT.incrementAndGet();
            if (connection[STACK] != null) {
                STACKS_KEPT.incrementAndGet();
            }
            raise((AtomicLong) to[PEAK], count);
            compare(to, count, passed);
        } catch (Throwable outOfMemory) { // or of stack; the connection is to be made all the same
            ERRORS.incrementAndGet();
        }
    }

    private static Object[] connection(Object socket, boolean cleaned) {
        var connection = new Object[LENGTH];
        connection[SOCKET] = new WeakReference<>(socket);
        connection[STACK] = STACKS_KEPT.get() < MOST_STACKS ? new Throwable() : null;
        connection[OPENED] = new long[] {System.nanoTime()};
        connection[CLOSED] = new AtomicLong(STILL_OPEN);
        connection[CLEANED] = cleaned ? Boolean.TRUE : Boolean.FALSE;
        return connection;
    }

    /** The destination, made where it is not there; null where there is no room. */
    private static Object[] destination(AtomicReferenceArray<Object[]> destinations, Object address, int port) {
        int bucket = (31 * address.hashCode() + port) & (destinations.length() - 1);
        Object[] made = null;
        while (true) {
            Object[] head = destinations.get(bucket);
            for (Object[] each = head; each != null; each = (Object[]) each[NEXT]) {
                if (((int[]) each[PORT])[0] == port
                        && ((AtomicLong) each[COUNT]).get() >= 0
                        && each[ADDRESS].equals(address)) {
                    return each;
                }
            }
            if (made == null) {
                if (DESTINATIONS_KEPT.get() >= MOST_DESTINATIONS) {
                    return null;
                }
                made = new Object[LENGTH];
                made[ADDRESS] = address;
                made[PORT] = new int[] {port};
                made[COUNT] = new AtomicLong();
                made[TOLD_ABOVE] = new AtomicLong(LIMIT.get());
                made[PEAK] = new AtomicLong();
            }
            made[NEXT] = head;
            if (destinations.compareAndSet(bucket, head, made)) {
                DESTINATIONS_KEPT.incrementAndGet();
                return made;
            }
        }
    }

    /** The new count; {@link #RETIRED} where the destination is being taken out. */
    private static long increment(AtomicLong count) {
        long before = count.get();
        while (before >= 0) {
            if (count.compareAndSet(before, before + 1)) {
                return before + 1;
            }
            before = count.get();
        }
        return RETIRED;
    }

    private static void raise(AtomicLong peak, long count) {
        long before = peak.get();
        while (before < count && !peak.compareAndSet(before, count)) {
            before = peak.get();
        }
    }

    private static void put(AtomicReferenceArray<Object[]> buckets, int hash, Object[] node) {
        int bucket = hash & (buckets.length() - 1);
        Object[] head;
        do {
            head = buckets.get(bucket);
            node[NEXT] = head;
        } while (!buckets.compareAndSet(bucket, head, node));
    }

    /** Told at the first above the limit, and then each time that there are twice as many. */
    private static void compare(Object[] to, long count, Object[] passed) {
        var toldAbove = (AtomicLong) to[TOLD_ABOVE];
        long above = toldAbove.get();
        if (count <= above || !toldAbove.compareAndSet(above, 2 * above)) {
            return;
        }
        passed[PASSED_TO] = to;
        long[] at = (long[]) passed[PASSED_AT];
        at[0] = count;
        at[1] = System.nanoTime();
        Object[] before;
        do {
            before = PASSED.get();
            passed[PASSED_BEFORE] = before;
        } while (!PASSED.compareAndSet(before, passed));
        LockSupport.unpark(ENGINE.get());
    }
}
