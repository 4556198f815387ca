package dev.snag.runtime.bridge;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What the hooks call: notes who is mounted on which carrier since when, in a slot that only this carrier writes.
 *
 * <p>A slot is a {@code long[]}: it holds no reference, so a mount costs no barrier of the collector and nothing keeps a
 * virtual thread alive. {@link #EPOCH} is odd while a virtual thread is mounted and grows by one at each mount and each
 * unmount; a reader that finds the same odd epoch before and after has read a consistent slot.
 *
 * <p>Hot path: no allocation, lock, park, thread-local, class loading, lambda or string; nothing may throw. The monitor
 * writes {@link #WATCH}, {@link #FLAGGED} and {@link #COLLECTED}; all else of a slot is its carrier's.
 */
public final class Bridge {

    /** {@code threadId()} of the carrier. The cells before it keep other slots off this cache line. */
    public static final int CARRIER = 16;
    /** Odd while mounted. */
    public static final int EPOCH = 17;
    /** {@code System.nanoTime()} of the mount. */
    public static final int START = 18;
    /** {@code threadId()} of the virtual thread. */
    public static final int VTHREAD = 19;
    /** Ends are noted of all epochs up to this one: that of {@link #FLAGGED}, or {@link #ALL}. */
    public static final int WATCH = 20;
    /** The epoch whose end the monitor wants to know. */
    public static final int FLAGGED = 21;
    /** The last epoch of the block {@link #LONGEST} that the monitor has read. */
    public static final int COLLECTED = 22;
    /** The epoch that the next cells speak of: pinned parks in it, their nanoseconds, the start of the present one or 0. */
    public static final int PARK_EPOCH = 23;

    public static final int PARKS = 24;
    public static final int PARK_NANOS = 25;
    public static final int PARK_START = 26;
    /** Pinned parks on this carrier since it began. */
    public static final int ALL_PARKS = 27;
    /** The witness is not asked before this time. */
    public static final int WITNESS_AFTER = 28;
    /** Where the block begins that says how the last flagged epoch ended. */
    public static final int END = 29;
    /** Where the block begins that says how the longest ended of those that nobody flagged, of the ones not yet read. */
    public static final int LONGEST = 35;

    /** The epoch in which a call is under way that {@link Calls} looks at, and the category of what it has done so far. */
    public static final int CALL_EPOCH = 41;

    public static final int CALL_WHAT = 42;
    /** The epoch in which the thread loads classes or logs, so that its calls are not the program's. */
    public static final int QUIET_EPOCH = 43;
    /** The epoch in which the thread tells us of a call. */
    public static final int TELLING_EPOCH = 44;
    /** What the kernel calls the carrier ({@code /proc/self/task/<tid>}); 0 where that is not known. */
    public static final int TASK = 45;

    /** Of a followed scope: {@code threadId()} of its thread. */
    public static final int SCOPE_THREAD = 0;
    /** Its beginning, and its end or 0, {@code System.nanoTime()}. */
    public static final int SCOPE_BEGIN = 1;

    public static final int SCOPE_END = 2;
    /** {@link #START} of the mount in which it began; an exit hook of an earlier mount may come later than that. */
    public static final int SCOPE_FIRST_MOUNT = 3;
    /** {@link #START} of the last mount until its end. */
    public static final int SCOPE_LAST_MOUNT = 4;
    /** Mounts after the one in which it began. */
    public static final int SCOPE_MOUNTS = 5;
    /** How many stretches have been measured, the nanoseconds of the longest, and when that began. */
    public static final int SCOPE_MEASURED = 6;

    public static final int SCOPE_LONGEST = 7;
    public static final int SCOPE_LONGEST_BEGIN = 8;
    /** Cells of a followed scope. */
    public static final int SCOPE_LENGTH = 9;

    /** Within a block: the epoch, 0 while it is being written. */
    public static final int OF_EPOCH = 0;
    /** Within a block: {@code System.nanoTime()} of the unmount. */
    public static final int OF_NANOS = 1;

    public static final int OF_START = 2;
    public static final int OF_VTHREAD = 3;
    public static final int OF_PARKS = 4;
    public static final int OF_PARK_NANOS = 5;

    /**
     * In {@link #WATCH}: each end is noted, which costs one more reading of the clock. So it is until the monitor has come for
     * the first time, and while the machine is too busy for it to come in time.
     */
    public static final long ALL = Long.MAX_VALUE;

    private static final int LENGTH = 56;
    private static final int WITNESS_SHARE = 50;
    private static final long WITNESS_PAUSE_MAX = 10_000_000;

    /** Pairs of {@code long[]} slot and {@code WeakReference<Thread>}; copied on write. */
    private static final AtomicReference<Object[][]> CARRIERS = new AtomicReference<>(new Object[0][]);

    /** Asked at the start of a pinned park, on the thread itself, where the stack must be read in place (JDK 21 to 23). */
    private static final AtomicReference<BiConsumer<Thread, Thread>> WITNESS = new AtomicReference<>();

    /** Takes the options of an agent that was loaded once more, into the watch that runs; returns what is wrong, or null. */
    private static final AtomicReference<Function<String, String>> CONTROL = new AtomicReference<>();

    /** Number of errors that a hook kept from the application. */
    private static final AtomicLong ERRORS = new AtomicLong();

    /** Answers the classes of {@code snag-api}, of whatever loader: operation first, then its arguments. */
    private static final AtomicReference<Function<Object[], Object>> SERVICE = new AtomicReference<>();

    /** Scopes whose thread's stretches on a carrier are measured; null while there is none, which is nearly always. */
    private static final AtomicReference<AtomicLongArray[]> FOLLOWED = new AtomicReference<>();

    /** All of the above, in this order: what the engine needs, with one reflective read. */
    public static final Object[] SHARED = {CARRIERS, WITNESS, CONTROL, ERRORS, SERVICE, FOLLOWED};

    /** Written by carriers for which there was no memory; nobody reads it. */
    private static final long[] UNSEEN = new long[LENGTH];

    /** Open-addressed by carrier id; derived from {@link #CARRIERS}. */
    private static volatile long[][] table = new long[4][];

    static {
        rehearse();
    }

    private Bridge() {}

    /** Uses each hook once, so that nothing is left to be loaded or linked within one. */
    private static void rehearse() {
        Thread self = Thread.currentThread();
        mounted(self);
        long[] s = slot(self);
        s[WATCH] = ALL;
        WITNESS.set(null);
        parking(self, self);
        parked(self);
        unmounted();
        CARRIERS.set(new Object[0][]);
        index();
    }

    /** The same for scopes that are followed, before the first one: it would cost the start of every JVM milliseconds. */
    public static void rehearseFollowing() {
        var scope = new AtomicLongArray(SCOPE_LENGTH);
        AtomicLongArray[] followed = {scope};
        noteMount(followed, 0, 1);
        noteUnmount(followed, 0, 0);
        scope.set(SCOPE_END, 1);
        noteUnmount(followed, 0, 1);
    }

    /** At the entry of {@code VirtualThread.runContinuation}: the current thread is the carrier. */
    public static void mounted(Thread virtual) {
        long[] s = slot(Thread.currentThread());
        long epoch = s[EPOCH];
        VarHandle.storeStoreFence();
        s[VTHREAD] = virtual.threadId();
        s[START] = System.nanoTime();
        VarHandle.releaseFence();
        s[EPOCH] = (epoch | 1) + ((epoch & 1) << 1);
        AtomicLongArray[] followed = FOLLOWED.get();
        if (followed != null) {
            noteMount(followed, s[VTHREAD], s[START]);
        }
    }

    /** At each exit of {@code VirtualThread.runContinuation}: the current thread is the carrier again. */
    public static void unmounted() {
        long[] s = slot(Thread.currentThread());
        long epoch = s[EPOCH];
        if ((epoch & 1) == 0) { // we came while the thread was mounted, so a park may have been the first that we saw
            if (s[TASK] == 0) {
                s[TASK] = taskOfSelf();
            }
            return;
        }
        if (epoch <= s[WATCH]) {
            noteEnd(s, epoch);
        }
        AtomicLongArray[] followed = FOLLOWED.get();
        if (followed != null) {
            noteUnmount(followed, s[VTHREAD], s[START]);
        }
        VarHandle.releaseFence();
        s[EPOCH] = epoch + 1;
    }

    private static void noteMount(AtomicLongArray[] followed, long thread, long start) {
        for (AtomicLongArray scope : followed) {
            if (scope.get(SCOPE_THREAD) == thread && scope.get(SCOPE_END) == 0) {
                scope.set(SCOPE_LAST_MOUNT, start);
                scope.incrementAndGet(SCOPE_MOUNTS);
            }
        }
    }

    /**
     * The thread may run on another carrier already, as it is handed to the scheduler before {@code runContinuation} returns;
     * so a stretch ends at the next mount at the latest, and two carriers may come here at the same time.
     */
    private static void noteUnmount(AtomicLongArray[] followed, long thread, long start) {
        long now = System.nanoTime();
        for (AtomicLongArray scope : followed) {
            if (scope.get(SCOPE_THREAD) != thread || start - scope.get(SCOPE_FIRST_MOUNT) < 0) {
                continue;
            }
            long last = scope.get(SCOPE_LAST_MOUNT);
            if (start - last >= 0 && scope.get(SCOPE_END) != 0) {
                continue; // the stretch in which the scope ended, which its thread has measured itself, or one after it
            }
            long begin = scope.get(SCOPE_BEGIN);
            long from = start - begin < 0 ? begin : start;
            measured(scope, from, last - start > 0 && last - now < 0 ? last - from : now - from);
        }
    }

    private static void measured(AtomicLongArray scope, long from, long nanos) {
        long longest = scope.get(SCOPE_LONGEST);
        while (nanos > longest && !scope.compareAndSet(SCOPE_LONGEST, longest, nanos)) {
            longest = scope.get(SCOPE_LONGEST);
        }
        if (nanos > longest) {
            scope.set(SCOPE_LONGEST_BEGIN, from);
        }
        scope.incrementAndGet(SCOPE_MEASURED);
    }

    private static void noteEnd(long[] s, long epoch) {
        long now = System.nanoTime();
        int block = END;
        if (s[FLAGGED] != epoch) {
            block = LONGEST;
            boolean unread = s[LONGEST + OF_EPOCH] > s[COLLECTED];
            if (unread && s[LONGEST + OF_NANOS] - s[LONGEST + OF_START] >= now - s[START]) {
                return;
            }
        }
        s[block + OF_EPOCH] = 0;
        VarHandle.storeStoreFence();
        s[block + OF_NANOS] = now;
        s[block + OF_START] = s[START];
        s[block + OF_VTHREAD] = s[VTHREAD];
        boolean parked = s[PARK_EPOCH] == epoch;
        s[block + OF_PARKS] = parked ? s[PARKS] : 0;
        s[block + OF_PARK_NANOS] = parked ? s[PARK_NANOS] : 0;
        VarHandle.releaseFence();
        s[block + OF_EPOCH] = epoch;
    }

    /** At the entry of {@code VirtualThread.parkOnCarrierThread}: the current thread is the virtual one. */
    public static void parking(Thread virtual, Thread carrier) {
        if (carrier == null) {
            return;
        }
        long[] s = slot(carrier);
        if (s[PARK_EPOCH] != s[EPOCH]) {
            s[PARKS] = 0;
            s[PARK_NANOS] = 0;
            VarHandle.releaseFence();
            s[PARK_EPOCH] = s[EPOCH];
        }
        s[ALL_PARKS]++;
        s[PARKS]++;
        long now = System.nanoTime();
        s[PARK_START] = now;
        BiConsumer<Thread, Thread> witness = WITNESS.get();
        if (witness != null && now - s[WITNESS_AFTER] >= 0) {
            askWitness(witness, s, virtual, carrier, now);
        }
    }

    private static void askWitness(
            BiConsumer<Thread, Thread> witness, long[] s, Thread virtual, Thread carrier, long now) {
        try {
            witness.accept(virtual, carrier);
        } catch (Throwable t) {
            ERRORS.incrementAndGet();
        }
        // A storm of short parks pays for its witness with 2 % of its time at most.
        long end = System.nanoTime();
        s[WITNESS_AFTER] = end + Math.min((end - now) * WITNESS_SHARE, WITNESS_PAUSE_MAX);
    }

    /** At each exit of {@code VirtualThread.parkOnCarrierThread}. */
    public static void parked(Thread carrier) {
        if (carrier == null) {
            return;
        }
        long[] s = slot(carrier);
        long start = s[PARK_START];
        if (start != 0) {
            s[PARK_NANOS] += System.nanoTime() - start;
            s[PARK_START] = 0;
        }
    }

    static long[] slot(Thread carrier) {
        long id = carrier.threadId();
        long[][] t = table;
        int mask = t.length - 1;
        for (int i = (int) id & mask; ; i = (i + 1) & mask) {
            long[] s = t[i];
            if (s == null) {
                return registerSafely(carrier, id);
            }
            if (s[CARRIER] == id) {
                return s;
            }
        }
    }

    private static long[] registerSafely(Thread carrier, long id) {
        try {
            return register(carrier, id);
        } catch (Throwable outOfMemory) { // it must not reach the scheduler, which would lose the virtual thread
            ERRORS.incrementAndGet();
            return UNSEEN;
        }
    }

    /** Once per carrier: it allocates, and takes no lock. */
    private static long[] register(Thread carrier, long id) {
        long[] slot = new long[LENGTH];
        slot[CARRIER] = id;
        slot[WATCH] = ALL;
        slot[TASK] = carrier == Thread.currentThread() ? taskOfSelf() : 0;
        Object[] entry = {slot, new WeakReference<>(carrier)};
        for (; ; ) {
            Object[][] old = CARRIERS.get();
            for (Object[] known : old) {
                long[] s = (long[]) known[0];
                if (s[CARRIER] == id) {
                    index();
                    return s;
                }
            }
            Object[][] more = Arrays.copyOf(old, old.length + 1);
            more[old.length] = entry;
            if (CARRIERS.compareAndSet(old, more)) {
                index();
                return slot;
            }
        }
    }

    /** No Java API tells it, and only the thread itself can ask the kernel (Linux); 0 where it does not answer. */
    private static long taskOfSelf() {
        try {
            String path = canonicalPath(Thread.currentThread(), new File("/proc/thread-self"));
            long task = 0;
            for (int i = path.lastIndexOf('/') + 1; i < path.length(); i++) {
                int digit = path.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return 0;
                }
                task = task * 10 + digit;
            }
            return task;
        } catch (Throwable noAnswer) { // it must not reach the scheduler; the watch does without
            return 0;
        }
    }

    /**
     * JDK 21 takes each access to a file on a carrier for one of its virtual thread, and lets the scheduler have one carrier more
     * for it; not while the carrier is "blocking" already ({@code jdk.internal.misc.Blocker#begin}). From 22 on it looks first
     * whether the thread is virtual, and this one is not.
     */
    private static String canonicalPath(Thread self, File file) throws IOException {
        Class<?> type = self.getClass();
        if (Runtime.version().feature() != 21 || !type.getName().equals("jdk.internal.misc.CarrierThread")) {
            return file.getCanonicalPath();
        }
        InternalUnsafe unsafe = InternalUnsafe.getUnsafe();
        long blocking = unsafe.objectFieldOffset(type, "blocking");
        unsafe.putBoolean(self, blocking, true);
        try {
            return file.getCanonicalPath();
        } finally {
            unsafe.putBoolean(self, blocking, false);
        }
    }

    /** Builds the table anew, without carriers that were taken out, and again where the list has changed meanwhile. */
    private static void index() {
        Object[][] list;
        do {
            list = CARRIERS.get();
            int size = 4;
            while (size < list.length * 2 + 2) {
                size <<= 1;
            }
            long[][] next = new long[size][];
            for (Object[] entry : list) {
                long[] s = (long[]) entry[0];
                int i = (int) s[CARRIER] & (size - 1);
                while (next[i] != null) {
                    i = (i + 1) & (size - 1);
                }
                next[i] = s;
            }
            table = next;
        } while (CARRIERS.get() != list);
    }
}
