package dev.snag.runtime.slots;

import dev.snag.runtime.bridge.Bridge;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A bridge whose slots the test writes by hand, in the order in which the hooks do, at times of its choice. */
public final class HandBridge {

    private static final int LENGTH = 56;

    private static final AtomicReference<Object[][]> CARRIERS = new AtomicReference<>(new Object[0][]);
    private static final AtomicLong ERRORS = new AtomicLong();

    /** What {@link CarrierSlots} looks for. */
    public static final Object[] SHARED = {
        CARRIERS,
        new AtomicReference<BiConsumer<Thread, Thread>>(),
        new AtomicReference<Function<String, String>>(),
        ERRORS,
        new AtomicReference<Function<Object[], Object>>(),
        new AtomicReference<AtomicLongArray[]>()
    };

    private HandBridge() {}

    /** Slots without any carrier. */
    public static CarrierSlots empty() {
        CARRIERS.set(new Object[0][]);
        ERRORS.set(0);
        try {
            return new CarrierSlots(HandBridge.class);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the carrier is among those that are watched. */
    public static boolean knows(Slot slot) {
        return Arrays.stream(CARRIERS.get()).anyMatch(entry -> entry[0] == slot.cells);
    }

    /** One carrier's slot. */
    public static final class Slot {

        private final long[] cells = new long[LENGTH];

        /** Registers the carrier as its first mount would. */
        public Slot(Thread carrier) {
            cells[Bridge.CARRIER] = carrier.threadId();
            cells[Bridge.WATCH] = Bridge.ALL;
            Object[] entry = {cells, new WeakReference<>(carrier)};
            Object[][] old = CARRIERS.get();
            Object[][] more = Arrays.copyOf(old, old.length + 1);
            more[old.length] = entry;
            CARRIERS.set(more);
        }

        /** At the entry of {@code runContinuation}. */
        public void mount(long threadId, long now) {
            cells[Bridge.VTHREAD] = threadId;
            cells[Bridge.START] = now;
            cells[Bridge.EPOCH]++;
        }

        /** At the exit of {@code runContinuation}. */
        public void unmount(long now) {
            long epoch = cells[Bridge.EPOCH];
            if (epoch <= cells[Bridge.WATCH]) {
                noteEnd(now, epoch);
            }
            cells[Bridge.EPOCH]++;
        }

        private void noteEnd(long now, long epoch) {
            boolean flagged = cells[Bridge.FLAGGED] == epoch;
            int block = flagged ? Bridge.END : Bridge.LONGEST;
            long longest = cells[Bridge.LONGEST + Bridge.OF_NANOS] - cells[Bridge.LONGEST + Bridge.OF_START];
            boolean unread = cells[Bridge.LONGEST] > cells[Bridge.COLLECTED];
            if (!flagged && unread && longest >= now - cells[Bridge.START]) {
                return;
            }
            boolean parked = cells[Bridge.PARK_EPOCH] == epoch;
            cells[block + Bridge.OF_NANOS] = now;
            cells[block + Bridge.OF_START] = cells[Bridge.START];
            cells[block + Bridge.OF_VTHREAD] = cells[Bridge.VTHREAD];
            cells[block + Bridge.OF_PARKS] = parked ? cells[Bridge.PARKS] : 0;
            cells[block + Bridge.OF_PARK_NANOS] = parked ? cells[Bridge.PARK_NANOS] : 0;
            cells[block + Bridge.OF_EPOCH] = epoch;
        }

        /** The same where nobody asked for the end until the hook had looked. */
        public void unmountWithoutNote() {
            cells[Bridge.EPOCH]++;
        }

        /** At the entry of {@code parkOnCarrierThread}. */
        public void park(long now) {
            if (cells[Bridge.PARK_EPOCH] != cells[Bridge.EPOCH]) {
                cells[Bridge.PARKS] = 0;
                cells[Bridge.PARK_NANOS] = 0;
                cells[Bridge.PARK_EPOCH] = cells[Bridge.EPOCH];
            }
            cells[Bridge.PARKS]++;
            cells[Bridge.ALL_PARKS]++;
            cells[Bridge.PARK_START] = now;
        }

        /** At the exit of {@code parkOnCarrierThread}. */
        public void unpark(long now) {
            if (cells[Bridge.PARK_START] != 0) {
                cells[Bridge.PARK_NANOS] += now - cells[Bridge.PARK_START];
                cells[Bridge.PARK_START] = 0;
            }
        }

        /** Whether ends are noted that nobody asked for. */
        public boolean notesEachEnd() {
            return cells[Bridge.WATCH] == Bridge.ALL;
        }

        /** Whether somebody asked for the end of the present mount. */
        public boolean watched() {
            return cells[Bridge.FLAGGED] == cells[Bridge.EPOCH];
        }
    }
}
