package dev.snag.runtime.bridge;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Called at the entry and the exits of methods that strict rules forbid to virtual threads. Like {@link Bridge} a template; its
 * copy in {@code java.lang} exists only where there are such rules.
 *
 * <p>One call of the program's is told once: of calls within each other the outermost counts, which knows best what the
 * program did. That one is under way is noted in the carrier's slot with the epoch of the mount, so the note is void as soon
 * as the thread has unmounted.
 *
 * <p>These are ordinary places of the JDK, outside of any mount transition, so telling may allocate; it may neither lock nor
 * throw.
 */
public final class Calls {

    /** In the place of a category: nothing by itself, but what is done within is done by this call. */
    public static final int GROUP = 0;
    /** In the place of a category: loads classes or logs, so what is done within is not the program's doing. */
    public static final int QUIET = -1;
    /** Category of the streams of child processes; the numbers of categories are their ordinals in {@code Category}, and 1. */
    public static final int PROCESS = 3;
    /** Category of the standard streams. */
    public static final int CONSOLE = 4;
    /** Categories from here on are told even where another call is under way. */
    public static final int ALONE = 16;
    /** Category of pinned parks. */
    public static final int PINNED = ALONE;
    /** Category of classes that are defined and libraries that are loaded. */
    public static final int CLASS_LOADING = ALONE + 1;

    /** Within what is told: the category, begin and end as {@code System.nanoTime()}, and {@code threadId()} of the carrier. */
    public static final int CATEGORY = 0;

    public static final int BEGIN = 1;
    public static final int END = 2;
    public static final int ON_CARRIER = 3;

    private static final AtomicReference<BiConsumer<Thread, long[]>> LISTENER = new AtomicReference<>();
    /** Bit by bit the categories that are told. */
    private static final AtomicInteger TOLD = new AtomicInteger();

    private static final AtomicLong ERRORS = new AtomicLong();
    /** Puts calls of {@link #enter} and {@link #exit} around a handle on a native function. */
    private static final AtomicReference<Function<Object, Object>> FOREIGN = new AtomicReference<>();

    /** What the engine needs. */
    public static final Object[] SHARED = {LISTENER, TOLD, ERRORS, FOREIGN};

    private static final long NESTED = 0;
    private static final String CHILD_STREAM = "java.lang.Process";

    static {
        exit(enter(QUIET, null), QUIET);
        purpose(1, null);
    }

    private Calls() {}

    /**
     * At the entry.
     *
     * @param self the object whose method it is; null of a static one
     * @return what {@link #exit} wants to know: when it began, or that there is nothing to tell
     */
    public static long enter(int category, Object self) {
        if (!Thread.currentThread().isVirtual()) {
            return NESTED;
        }
        long[] s = Bridge.slot(Carrier.currentCarrierThread());
        long epoch = s[Bridge.EPOCH];
        if ((epoch & 1) == 0 || s[Bridge.TELLING_EPOCH] == epoch) {
            return NESTED;
        }
        boolean quiet = s[Bridge.QUIET_EPOCH] == epoch;
        if (category >= ALONE) {
            return quiet && category != CLASS_LOADING ? NESTED : System.nanoTime() | 1;
        }
        if (quiet) {
            return NESTED;
        }
        if (category == QUIET) {
            s[Bridge.QUIET_EPOCH] = epoch;
            return 1;
        }
        if (s[Bridge.CALL_EPOCH] == epoch) {
            if (s[Bridge.CALL_WHAT] == GROUP) {
                s[Bridge.CALL_WHAT] = purpose(category, self);
            }
            return NESTED;
        }
        s[Bridge.CALL_WHAT] = purpose(category, self);
        s[Bridge.CALL_EPOCH] = epoch;
        return System.nanoTime() | 1;
    }

    /** At each exit, with what {@link #enter} returned. */
    public static void exit(long begin, int category) {
        if (begin == NESTED) {
            return;
        }
        long[] s = Bridge.slot(Carrier.currentCarrierThread());
        long epoch = s[Bridge.EPOCH];
        int done = category;
        if (category == QUIET) {
            if (s[Bridge.QUIET_EPOCH] == epoch) {
                s[Bridge.QUIET_EPOCH] = 0;
            }
            return;
        }
        if (category < ALONE && s[Bridge.CALL_EPOCH] == epoch) {
            done = (int) s[Bridge.CALL_WHAT];
            s[Bridge.CALL_EPOCH] = 0;
        }
        if (done > GROUP && (TOLD.get() & 1 << done) != 0) {
            tell(s, epoch, done, begin, System.nanoTime());
        }
    }

    /** In the place of a {@code MethodHandle} on a native function: the one that is to be called. */
    public static Object foreign(Object handle) {
        try {
            Function<Object, Object> around = FOREIGN.get();
            return around == null ? handle : around.apply(handle);
        } catch (Throwable t) {
            ERRORS.incrementAndGet();
            return handle;
        }
    }

    /** What the program did: the JDK reads and writes all streams of the system by the same two classes. */
    private static int purpose(int category, Object self) {
        try {
            if (self instanceof FileInputStream in) {
                return isOfChild(self) ? PROCESS : isStandard(in.getFD()) ? CONSOLE : category;
            }
            if (self instanceof FileOutputStream out) {
                return isOfChild(self) ? PROCESS : isStandard(out.getFD()) ? CONSOLE : category;
            }
        } catch (IOException noDescriptor) {
            return category;
        }
        return category;
    }

    private static boolean isOfChild(Object stream) {
        return stream.getClass().getName().startsWith(CHILD_STREAM);
    }

    private static boolean isStandard(FileDescriptor descriptor) {
        return descriptor == FileDescriptor.in || descriptor == FileDescriptor.out || descriptor == FileDescriptor.err;
    }

    private static void tell(long[] s, long epoch, int category, long begin, long end) {
        s[Bridge.TELLING_EPOCH] = epoch;
        try {
            BiConsumer<Thread, long[]> listener = LISTENER.get();
            if (listener != null) {
                listener.accept(Thread.currentThread(), new long[] {category, begin, end, s[Bridge.CARRIER]});
            }
        } catch (Throwable t) { // out of memory or of stack; the call has been made all the same
            ERRORS.incrementAndGet();
        }
        s[Bridge.TELLING_EPOCH] = 0;
    }
}
