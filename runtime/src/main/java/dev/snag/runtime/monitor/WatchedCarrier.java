package dev.snag.runtime.monitor;

import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlot.Ended;
import dev.snag.runtime.slots.CarrierSlot.Mount;

/**
 * One carrier and the hold on it that is being watched, if any. At half the threshold a hold is flagged, so that its end
 * is noted to the nanosecond even where the monitor comes late to the threshold itself.
 */
final class WatchedCarrier {

    private static final int LEARN_ATTEMPTS = 3;

    private final CarrierSlot slot;
    private final HoldMonitor monitor;
    private WatchedHold hold;
    private long told;
    private int learned;

    WatchedCarrier(CarrierSlot slot, HoldMonitor monitor) {
        this.slot = slot;
        this.monitor = monitor;
    }

    CarrierSlot slot() {
        return slot;
    }

    /** A few times at most, while nothing is mounted; a hardened system may never tell. */
    boolean wantsToBeLearned() {
        if (hold != null || learned == LEARN_ATTEMPTS || (slot.epoch() & 1) == 1) {
            return false;
        }
        learned++;
        return true;
    }

    /** Looks no more at the present hold; its end is still collected. */
    void giveUpHold() {
        if (hold != null) {
            hold.giveUp();
        }
    }

    /** Flags the present hold where it has lasted for half the threshold; quick, and loads nothing. */
    void flag(long now, long half) {
        collectEnd();
        Mount mount = hold == null ? slot.mount() : null;
        if (mount == null || now - mount.start() < half) {
            return;
        }
        hold = new WatchedHold(slot, mount, monitor);
        if (!slot.watch(mount.epoch(), monitor.isLate())) {
            // It was there a moment ago, and has ended just now.
            hold.ended(monitor.now(), slot.parksOf(mount.epoch(), now));
            hold = null;
        }
    }

    /** Looks at a flagged hold if it is time to; returns when to come again at the latest, {@code System.nanoTime()}. */
    long look(long now, long half) {
        if (hold != null) {
            return hold.lookIfDue(now);
        }
        Mount mount = slot.mount();
        return mount == null ? now + half : mount.start() + half;
    }

    boolean letsGo() {
        return hold != null && hold.letsGo();
    }

    void finish() {
        collectEnd();
        if (hold != null) {
            hold.lookOnceMore();
        }
    }

    /**
     * Tells of holds that have ended: the watched one, and the longest that ended before anyone came to watch it. Where the
     * end of the watched one was not noted, it came in the very moment in which it was flagged.
     */
    void collectEnd() {
        collectWatched();
        Ended longest = slot.takeLongest();
        if (longest != null) {
            new WatchedHold(slot, longest.mount(), monitor).ended(longest.nanos(), longest.parks());
        }
        slot.watchOthersToo(monitor.isLate());
    }

    /** While nothing is watched for: what has ended is nobody's. */
    void passOver() {
        slot.takeLongest();
        slot.watchOthersToo(false);
    }

    private void collectWatched() {
        long present = slot.epoch(); // first, as the end of a mount is noted before the epoch moves on
        Ended end = slot.lastEnd();
        if (end != null && end.mount().epoch() > told) {
            told = end.mount().epoch();
            boolean watched = hold != null && hold.epoch() == told;
            WatchedHold ended = watched ? hold : new WatchedHold(slot, end.mount(), monitor);
            ended.ended(end.nanos(), end.parks());
            hold = watched ? null : hold;
        }
        if (hold != null && hold.epoch() != present) {
            hold.ended(hold.watchedSince(), hold.parks());
            hold = null;
        }
    }
}
