package dev.snag.runtime.monitor;

import dev.snag.findings.ExcuseReason;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.excuse.RunAccounts;
import dev.snag.runtime.jvm.Scheduler;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlot.Ended;
import dev.snag.runtime.slots.CarrierSlot.Mount;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import dev.snag.runtime.starvation.Held;
import java.util.ArrayList;
import java.util.List;

/**
 * One carrier and the hold on it that is being watched, if any. At half the threshold a hold is flagged, so that its end
 * is noted to the nanosecond even where the monitor comes late to the threshold itself.
 */
final class WatchedCarrier {

    /** An account is read whenever this part of half the threshold has passed. */
    private static final long ACCOUNT_PART = 4;

    private static final int MOST_UNSETTLED = 8;
    private static final long LONG_AGO = Long.MAX_VALUE / 4;

    private final CarrierSlot slot;
    private final HoldMonitor monitor;
    private final RunAccounts accounts = new RunAccounts();
    private final List<WatchedHold> unsettled = new ArrayList<>();
    private WatchedHold hold;
    /** When the last hold ended in which a debugger had suspended the thread. */
    private long suspendedUntil;

    private Boolean ownership;
    private long told;

    WatchedCarrier(CarrierSlot slot, HoldMonitor monitor) {
        this.slot = slot;
        this.monitor = monitor;
        suspendedUntil = monitor.now() - LONG_AGO;
    }

    CarrierSlot slot() {
        return slot;
    }

    RunAccounts accounts() {
        return accounts;
    }

    /** Reads the carrier's account, unless that has just been done, and judges what had to wait for it. */
    void keepAccount(long now, long half) {
        if (now - accounts.lastAt(now - half) >= half / ACCOUNT_PART) {
            monitor.sampler().account(slot, accounts);
        }
        settle(false);
    }

    /** How much of the time since then was not the carrier's own doing; for one on which nothing is mounted. */
    Excuse excuseSince(long since) {
        long now = monitor.now();
        monitor.sampler().account(slot, accounts);
        if (hold != null && hold.isBeginning()) {
            return new Excuse(now - since, whyNotBegun());
        }
        // A debugger has just let the thread go on, which is about to leave or has left.
        long suspended = hold != null && hold.wasSuspended() ? now : suspendedUntil;
        return suspended - since > 0
                ? new Excuse(suspended - since, ExcuseReason.DEBUGGER)
                : accounts.wantOfProcessor(since, now);
    }

    /**
     * Why a mount that was announced does not begin: a carrier that gets no processor is runnable; one that sleeps waits for a
     * debugger to let it have the thread.
     */
    ExcuseReason whyNotBegun() {
        return accounts.tellOfSleep() ? ExcuseReason.DEBUGGER : ExcuseReason.NO_CPU;
    }

    /** Whether the carrier is one of this scheduler; it never moves to another. */
    boolean isOneOf(Scheduler scheduler) {
        if (ownership == null) {
            Thread carrier = slot.carrier();
            if (carrier == null) {
                return false;
            }
            ownership = scheduler.owns(carrier);
        }
        return ownership;
    }

    /** What an outage since then has to say of this carrier; null where no virtual thread is mounted. */
    Held heldSince(long since) {
        return hold == null ? null : hold.heldSince(since);
    }

    /** The virtual thread of the hold; null where it has let go. */
    Thread mounted() {
        return hold == null ? null : hold.mounted();
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
        hold = new WatchedHold(slot, mount, this, monitor);
        if (!slot.watch(mount.epoch(), monitor.isLate())) {
            // It was there a moment ago, and has ended just now.
            over(hold, monitor.now(), slot.parksOf(mount.epoch(), now));
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
        collectAllEnds();
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
            over(new WatchedHold(slot, longest.mount(), this, monitor), longest.nanos(), longest.parks());
        }
        slot.watchOthersToo(monitor.isLate());
    }

    /** The same, and none of them waits any longer for its judgement. */
    void collectAllEnds() {
        collectEnd();
        settle(true);
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
            WatchedHold ended = watched ? hold : new WatchedHold(slot, end.mount(), this, monitor);
            over(ended, end.nanos(), end.parks());
            hold = watched ? null : hold;
        }
        if (hold != null && hold.epoch() != present) {
            over(hold, hold.watchedSince(), hold.parks());
            hold = null;
        }
    }

    private void over(WatchedHold ended, long end, Parks parks) {
        if (ended.wasSuspended()) {
            suspendedUntil = end;
        }
        if (ended.ended(end, parks)) {
            return;
        }
        if (unsettled.size() == MOST_UNSETTLED) {
            unsettled.removeFirst().settle(true);
        }
        unsettled.add(ended);
    }

    /** Whether all that has ended is judged; what is not waits for an account of the kernel, for a second at most. */
    boolean hasSettled() {
        return unsettled.isEmpty();
    }

    private void settle(boolean atOnce) {
        for (int i = unsettled.size(); i > 0; i--) {
            WatchedHold first = unsettled.removeFirst();
            if (!first.settle(atOnce)) {
                unsettled.add(first);
            }
        }
    }
}
