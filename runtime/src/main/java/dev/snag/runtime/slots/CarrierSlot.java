package dev.snag.runtime.slots;

import dev.snag.runtime.bridge.Bridge;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;

/** Reads one carrier's slot, and asks for the end of a mount; see {@link Bridge} for who writes which cell. */
public final class CarrierSlot {

    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    private final Object[] entry;
    private final long[] cells;
    private final WeakReference<?> carrier;

    CarrierSlot(Object[] entry) {
        this.entry = entry;
        this.cells = (long[]) entry[0];
        this.carrier = (WeakReference<?>) entry[1];
    }

    /** The pair in the bridge that this is a view of. */
    Object[] entry() {
        return entry;
    }

    /** {@code threadId()} of the carrier. */
    public long carrierId() {
        return cells[Bridge.CARRIER];
    }

    /** What the kernel calls the carrier ({@code /proc/self/task/<tid>}); 0 where that is not known. */
    public long task() {
        return cells[Bridge.TASK];
    }

    /** The carrier, or null where it has been collected. */
    public Thread carrier() {
        return (Thread) carrier.get();
    }

    /** Whether the carrier is gone for good. */
    public boolean ended() {
        Thread thread = carrier();
        return thread == null || thread.getState() == Thread.State.TERMINATED;
    }

    private long get(int cell) {
        return (long) CELL.getAcquire(cells, cell);
    }

    /** The present epoch; odd while mounted. */
    public long epoch() {
        return get(Bridge.EPOCH);
    }

    /** The present mount, or null where there is none or it changed while it was read. */
    public Mount mount() {
        long epoch = epoch();
        if ((epoch & 1) == 0) {
            return null;
        }
        var mount = new Mount(epoch, get(Bridge.START), get(Bridge.VTHREAD));
        return epoch() == epoch ? mount : null;
    }

    /**
     * When the latest mount was, {@code System.nanoTime()}, whether or not it lasts; of a carrier that has mounted before.
     */
    public long lastMount() {
        return get(Bridge.START);
    }

    /**
     * Asks the exit hook to note the end of this epoch; returns whether it still lasts.
     *
     * @param othersToo whether ends are to be noted that are not asked for, see {@link #longest}
     */
    public boolean watch(long epoch, boolean othersToo) {
        CELL.setRelease(cells, Bridge.FLAGGED, epoch);
        CELL.setVolatile(cells, Bridge.WATCH, othersToo ? Bridge.ALL : epoch);
        VarHandle.fullFence();
        return epoch() == epoch;
    }

    /** Whether ends are to be noted that were not asked for. */
    public void watchOthersToo(boolean wanted) {
        long watched = wanted ? Bridge.ALL : get(Bridge.FLAGGED);
        if (get(Bridge.WATCH) != watched) {
            CELL.setVolatile(cells, Bridge.WATCH, watched);
        }
    }

    /** Whether a mount may have lasted so long, as long as each end is noted and none is taken. */
    boolean mayHaveHeld(long nanos, long now) {
        Ended longest = ended(Bridge.LONGEST);
        if (longest == null ? epoch() > 1 : longest.nanos() - longest.mount().start() >= nanos) {
            return true; // where none is there although one has ended, it is being written
        }
        Mount present = mount();
        return present != null && now - present.start() >= nanos;
    }

    /** How the last watched mount ended; null where none has. */
    public Ended lastEnd() {
        return ended(Bridge.END);
    }

    /**
     * How the longest mount ended of those that nobody watched, since the last that was taken here; null where there is none.
     */
    public Ended takeLongest() {
        Ended longest = ended(Bridge.LONGEST);
        if (longest == null || longest.mount().epoch() <= get(Bridge.COLLECTED)) {
            return null;
        }
        CELL.setRelease(cells, Bridge.COLLECTED, longest.mount().epoch());
        return longest;
    }

    private Ended ended(int block) {
        long epoch = get(block + Bridge.OF_EPOCH);
        if (epoch == 0) {
            return null;
        }
        var mount = new Mount(epoch, get(block + Bridge.OF_START), get(block + Bridge.OF_VTHREAD));
        var parks = new Parks(get(block + Bridge.OF_PARKS), get(block + Bridge.OF_PARK_NANOS));
        var ended = new Ended(mount, get(block + Bridge.OF_NANOS), parks);
        return get(block + Bridge.OF_EPOCH) == epoch ? ended : null; // it is being written anew
    }

    /** The pinned parks of this epoch until now, the present one included. */
    public Parks parksOf(long epoch, long now) {
        if (get(Bridge.PARK_EPOCH) != epoch) {
            return Parks.NONE;
        }
        long start = get(Bridge.PARK_START);
        long present = start == 0 ? 0 : Math.max(0, now - start);
        return new Parks(get(Bridge.PARKS), get(Bridge.PARK_NANOS) + present);
    }

    /** Mounts on this carrier since it began. */
    public long mounts() {
        return (epoch() + 1) / 2;
    }

    /** Pinned parks on this carrier since it began. */
    public long pinnedParks() {
        return get(Bridge.ALL_PARKS);
    }

    /**
     * One mount.
     *
     * @param start {@code System.nanoTime()}
     * @param threadId of the virtual thread
     */
    public record Mount(long epoch, long start, long threadId) {}

    /** A mount that has ended, when, {@code System.nanoTime()}, and the pinned parks in it. */
    public record Ended(Mount mount, long nanos, Parks parks) {}

    /** Pinned parks within one mount: how many, and for how many nanoseconds in all. */
    public record Parks(long count, long nanos) {
        /** No parks. */
        public static final Parks NONE = new Parks(0, 0);
    }
}
