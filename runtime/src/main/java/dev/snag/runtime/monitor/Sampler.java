package dev.snag.runtime.monitor;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.ClassInitialization;
import dev.snag.runtime.diagnosis.Look;
import dev.snag.runtime.diagnosis.Look.Details;
import dev.snag.runtime.diagnosis.Nature;
import dev.snag.runtime.excuse.RunAccounts;
import dev.snag.runtime.jvm.Jvm;
import dev.snag.runtime.jvm.RunDelay;
import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.StackSight;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlot.Mount;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Takes one look at a held carrier, and proves that it was of this mount and no other. */
final class Sampler {

    /** A thread that changes its state all the time shows what it shows. */
    private static final int MOST_GLANCES = 3;
    /** Between the clock and the state the monitor had the processor. */
    private static final long AT_ONCE_NANOS = 5_000_000;

    private final LongSupplier clock;
    private final CarrierSlots slots;
    private final Jvm jvm;
    private List<Jvm.Initializer> running;

    Sampler(LongSupplier clock, CarrierSlots slots, Jvm jvm) {
        this.clock = clock;
        this.slots = slots;
        this.jvm = jvm;
    }

    Jvm jvm() {
        return jvm;
    }

    /** The virtual thread of this mount, or null where it has let go. */
    Thread virtualOf(CarrierSlot slot, Mount mount) {
        Thread carrier = slot.carrier();
        Thread virtual = carrier == null ? null : jvm.mountedOn(carrier);
        return virtual != null && virtual.threadId() == mount.threadId() ? virtual : null;
    }

    /** Reads how long the carrier has run and waited, whatever is mounted on it. */
    void account(CarrierSlot slot, RunAccounts accounts) {
        if (slot.carrier() == null) {
            return;
        }
        long ran = slot.lastMount();
        long from = clock.getAsLong();
        long cpu = jvm.cpuNanos(slot.carrierId());
        RunDelay delay = runDelay(slot);
        accounts.add(from, clock.getAsLong(), cpu, delay, ran);
    }

    private RunDelay runDelay(CarrierSlot slot) {
        return jvm.runDelay(slot.carrierId(), slot.task());
    }

    /**
     * One look, or null where the thread let go before it was complete.
     *
     * @param before the look before this one in the same hold; null for the first
     */
    Look look(CarrierSlot slot, Mount mount, Thread virtual, Look before, boolean thorough) {
        Thread carrier = slot.carrier();
        if (carrier == null) {
            return null;
        }
        Look look = glance(slot, mount, virtual, carrier);
        if (look == null) {
            return null;
        }
        if (look.runnable()) {
            look = look.withRunDelay(runDelay(slot).nanos());
        }
        if (thorough || ClassInitialization.mayWaitAt(look)) {
            look = look.with(details(carrier, look, before, virtual));
        }
        return slot.epoch() == mount.epoch() ? look : null;
    }

    /**
     * State and stack, as of the time before both: the stack of a thread may take its time, above all the first one of a JVM,
     * and what is seen belongs to the moment of the state. Where the two may be of different moments, they are taken again.
     */
    private Look glance(CarrierSlot slot, Mount mount, Thread virtual, Thread carrier) {
        Look look = null;
        for (int i = 0; i < MOST_GLANCES; i++) {
            long now = clock.getAsLong();
            Parks parks = slot.parksOf(mount.epoch(), now);
            Sight sight = jvm.sight(virtual, carrier);
            boolean atOnce = clock.getAsLong() - now < AT_ONCE_NANOS;
            StackSight stack = sight.mayBeAtMonitor() ? jvm.stackAtMonitor(virtual) : jvm.stack(virtual);
            if (slot.epoch() != mount.epoch()) {
                return null;
            }
            look = new Look(now, sight, -1, parks, stack, jvm.compensated(carrier), Details.NONE);
            if (atOnce && jvm.sight(virtual, carrier).showsTheSameAs(sight)) {
                return look;
            }
        }
        return look;
    }

    private Details details(Thread carrier, Look look, Look before, Thread virtual) {
        return switch (look.nature()) {
            case PARKED, IN_SCHEDULER -> Details.NONE;
            case ENTERING, WAITING -> new Details(false, null, owner(look, virtual), List.of());
            case IN_NATIVE_METHOD -> {
                List<Jvm.Initializer> initializers =
                        ClassInitialization.mayWaitAt(look) ? initializers(virtual) : List.of();
                yield new Details(true, null, null, initializers);
            }
            case IN_JAVA -> {
                boolean inNative = !look.isInNativeMethod() && jvm.inNative(carrier);
                boolean asksWho = !inNative && before != null && stoodStill(before, look);
                yield new Details(inNative, null, null, asksWho ? initializers(virtual) : List.of());
            }
        };
    }

    private ThreadRef owner(Look look, Thread virtual) {
        return look.nature() == Nature.ENTERING ? jvm.ownerOf(look.stack(), others(virtual)) : null;
    }

    /** Asking all threads for their stacks stops them; it is for holds that hardly use the processor, and want none. */
    private static boolean stoodStill(Look before, Look now) {
        long cpu = now.sight().cpuNanos() - before.sight().cpuNanos();
        return cpu + now.waitedSince(before) < (now.nanos() - before.nanos()) / 2;
    }

    /**
     * Those of all threads but the held one, which waits for nothing it does itself. They are asked for once for all holds that
     * are looked at together: it stops the VM for a moment.
     */
    private List<Jvm.Initializer> initializers(Thread held) {
        if (running == null) {
            running = jvm.initializers(others(null));
        }
        return running.stream()
                .filter(initializer -> initializer.thread().id() != held.threadId())
                .toList();
    }

    /** A new round of looks begins: what was asked for all holds together is asked anew. */
    void newRound() {
        running = null;
    }

    private List<Thread> others(Thread virtual) {
        var others = new ArrayList<Thread>();
        for (CarrierSlot slot : slots.present()) {
            Mount mount = slot.mount();
            Thread other = mount == null ? null : virtualOf(slot, mount);
            if (other != null && other != virtual) {
                others.add(other);
            }
        }
        return others;
    }
}
