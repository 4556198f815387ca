package dev.snag.runtime.monitor;

import dev.snag.runtime.excuse.PauseLog;
import dev.snag.runtime.jvm.Jvm;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Looks at every carrier when its deadline comes. A hold that begins after a look cannot be due before half a threshold
 * has passed, so one look in that time sees all of them, however many carriers there are.
 *
 * <p>One thread uses it; only {@link #setThresholds} may be called from others.
 */
public final class HoldMonitor {

    /** With nothing to watch for, how long until the next look. */
    private static final long IDLE_NANOS = 1_000_000_000;
    /** For how long each end is noted after the monitor has come late. */
    private static final long BUSY_NANOS = 10_000_000_000L;
    /** Holds are flagged anew whenever this part of half the threshold has passed within one round of looks. */
    private static final long REFLAG_PART = 4;

    private final LongSupplier clock;
    private final CarrierSlots slots;
    private final Sampler sampler;
    private final PauseLog pauses;
    private final PinWitnesses witnesses;
    private final Scope scope;
    private final HoldListener listener;
    private final int jdk;
    private final OutageWatch outages;
    private final Set<Long> ignored = new HashSet<>();
    private final List<WatchedCarrier> carriers = new ArrayList<>();
    private List<CarrierSlot> seen = List.of();
    private volatile Thresholds wanted;
    private Thresholds thresholds;
    private UserWishes wishes = UserWishes.NONE;
    private long lastNumber;
    private long due;
    private long lateUntil;
    private boolean late;

    /**
     * A monitor over these slots.
     *
     * @param clock {@code System.nanoTime()}
     * @param jdk feature version of the JVM
     */
    public HoldMonitor(
            LongSupplier clock,
            CarrierSlots slots,
            Jvm jvm,
            PauseLog pauses,
            PinWitnesses witnesses,
            Thresholds thresholds,
            Scope scope,
            HoldListener listener,
            int jdk) {
        this.clock = clock;
        this.slots = slots;
        this.sampler = new Sampler(clock, slots, jvm);
        this.pauses = pauses;
        this.witnesses = witnesses;
        this.wanted = thresholds;
        this.thresholds = thresholds;
        this.scope = scope;
        this.listener = listener;
        this.jdk = jdk;
        outages = new OutageWatch(this);
    }

    /** Looks at all carriers that are due; returns when to look next, {@code System.nanoTime()}. */
    public long look() {
        due = lookAtAll();
        pauses.refresh(clock.getAsLong());
        return due;
    }

    private long lookAtAll() {
        follow(slots.present());
        sampler.newRound();
        adoptThresholds();
        long now = clock.getAsLong();
        long least = least();
        if (least == Thresholds.OFF) {
            carriers.forEach(WatchedCarrier::passOver);
            return now + IDLE_NANOS;
        }
        long half = Math.max(1, least / 2);
        noteLateness(now, half);
        long flagged = flagAll(half);
        long next = now + half;
        for (WatchedCarrier carrier : carriers) {
            // A look may take long, the first ones above all; no hold may slip away meanwhile.
            if (clock.getAsLong() - flagged > half / REFLAG_PART) {
                flagged = flagAll(half);
            }
            next = Math.min(next, look(carrier, half));
        }
        // All that are older belong to holds that are watched by now, which have asked for them, or to none.
        witnesses.forgetBefore(now - half);
        keepAccounts(half);
        return Math.min(next, lookForOutage(half));
    }

    /** A test may have one of its own. */
    private long least() {
        return Math.min(thresholds.least(), wishes.leastOfTests());
    }

    /** What has ended before they were changed is judged by the old ones. */
    private void adoptThresholds() {
        Thresholds changed = wanted;
        if (changed != thresholds) {
            if (least() != Thresholds.OFF) {
                carriers.forEach(WatchedCarrier::collectAllEnds);
            }
            thresholds = changed;
        }
    }

    /** What goes wrong here must not keep the holds from being seen. */
    private long lookForOutage(long half) {
        try {
            return outages.look(carriers, half);
        } catch (RuntimeException | Error e) {
            listener.failed("monitor", e);
            return clock.getAsLong() + half;
        }
    }

    /**
     * A hold of a threshold is seen as long as the monitor comes no later than half a threshold. Where it has come half as
     * late as that, the carriers note each end themselves for a while.
     */
    private void noteLateness(long now, long half) {
        if (due != 0 && now - due > half / 2) {
            lateUntil = now + BUSY_NANOS;
            late = true;
        }
        late &= now - lateUntil < 0;
    }

    /** Whether the machine has been too busy of late for this monitor to come in time. */
    boolean isLate() {
        return late;
    }

    private long flagAll(long half) {
        long now = clock.getAsLong();
        for (WatchedCarrier carrier : carriers) {
            carrier.flag(now, half);
        }
        return now;
    }

    /** What goes wrong with one hold must not keep the others from being seen. */
    private long look(WatchedCarrier carrier, long half) {
        long now = clock.getAsLong();
        try {
            return carrier.look(now, half);
        } catch (RuntimeException | Error e) {
            carrier.giveUpHold();
            listener.failed("monitor", e);
            return now + half;
        }
    }

    private void keepAccounts(long half) {
        for (WatchedCarrier carrier : carriers) {
            carrier.keepAccount(clock.getAsLong(), half);
        }
    }

    /**
     * Whether a watched thread has left its carrier, but the hook that notes it has not run yet. A program that waits for
     * its last virtual thread ends in this very moment.
     */
    public boolean someoneLetsGo() {
        return carriers.stream().anyMatch(WatchedCarrier::letsGo);
    }

    /** At the end: holds that have ended since the last look, and how long those have lasted that go on. */
    public void finish() {
        look(); // the first, where the program was that short
        carriers.forEach(WatchedCarrier::finish);
        outages.finish();
    }

    /** Whether all holds that were seen to end have been told; others come with the next looks. */
    public boolean hasSettled() {
        return carriers.stream().allMatch(WatchedCarrier::hasSettled);
    }

    private void follow(List<CarrierSlot> present) {
        if (present != seen) {
            carriers.removeIf(carrier -> !present.contains(carrier.slot()));
            for (CarrierSlot slot : present) {
                boolean known = carriers.stream().anyMatch(carrier -> carrier.slot() == slot);
                if (!known && !ignored.contains(slot.carrierId())) {
                    carriers.add(new WatchedCarrier(slot, this));
                }
            }
            seen = present;
        }
        for (int i = carriers.size() - 1; i >= 0; i--) {
            WatchedCarrier carrier = carriers.get(i);
            if (carrier.slot().ended()) {
                carrier.collectAllEnds();
                carriers.remove(i);
                slots.forget(carrier.slot());
                sampler.jvm().forget(carrier.slot().task());
            }
        }
    }

    /** Leaves a carrier of our own out. */
    public void ignore(long carrierId) {
        ignored.add(carrierId);
        carriers.removeIf(carrier -> carrier.slot().carrierId() == carrierId);
    }

    /** Heeds what the application says of its holds; before the first look. */
    public void heed(UserWishes said) {
        wishes = said;
    }

    UserWishes wishes() {
        return wishes;
    }

    /** Changes what is fine from the next look on; the caller wakes the monitor's thread. */
    public void setThresholds(Thresholds changed) {
        wanted = changed;
    }

    long now() {
        return clock.getAsLong();
    }

    Thresholds thresholds() {
        return thresholds;
    }

    Sampler sampler() {
        return sampler;
    }

    PauseLog pauses() {
        return pauses;
    }

    PinWitnesses witnesses() {
        return witnesses;
    }

    Scope scope() {
        return scope;
    }

    HoldListener listener() {
        return listener;
    }

    int jdk() {
        return jdk;
    }

    long nextNumber() {
        return ++lastNumber;
    }
}
