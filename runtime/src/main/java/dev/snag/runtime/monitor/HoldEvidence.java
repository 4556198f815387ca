package dev.snag.runtime.monitor;

import dev.snag.findings.Kind;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.diagnosis.Look;
import dev.snag.runtime.diagnosis.PinWitness;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlot.Mount;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.ArrayList;
import java.util.List;

/** What was seen of one hold: by looks, by the thread itself, and of what was not its doing. */
final class HoldEvidence {

    private static final int LOOKS_KEPT = 16;

    private final CarrierSlot slot;
    private final Mount mount;
    private final HoldMonitor monitor;
    private final List<Look> looks = new ArrayList<>();
    private final HoldExcuse excuse;
    private PinWitness witness;
    private List<StackTraceElement> ownStack = List.of();
    private boolean jdkOwn;

    /** What it was, and how much of it was not the program's doing. */
    record Judged(Diagnosis diagnosis, Excuse excused) {}

    /** None yet. */
    HoldEvidence(CarrierSlot slot, Mount mount, WatchedCarrier on, HoldMonitor monitor) {
        this.slot = slot;
        this.mount = mount;
        this.monitor = monitor;
        excuse = new HoldExcuse(mount, looks, on, monitor);
    }

    /** One more look at the thread of that name. */
    void saw(Look look, String thread) {
        if (looks.size() == LOOKS_KEPT) {
            looks.remove(2); // the first two tell where it began, the last ones where it is
        }
        looks.add(look);
        jdkOwn |= JdkThreads.isOne(thread, look.stack().frames());
        excuse.saw(look);
    }

    /** Whether a debugger had suspended the thread at one of the looks. */
    boolean wasSuspended() {
        return excuse.suspended();
    }

    /** Somebody came while it lasted, whether or not there was anything to be seen. */
    void visit() {
        excuse.visit();
    }

    /** A look at a carrier that has not yet begun with the thread. */
    void hasNotBegun(long now) {
        excuse.hasNotBegun(now);
    }

    /**
     * Takes up what the thread itself said, at once: the next hold on this carrier may leave an account of its own, and be the
     * same thread's.
     *
     * @param end of the hold; its start where it may last
     * @param refused whether the application does not want its stack taken
     */
    void hear(long end, boolean refused) {
        PinWitness account = monitor.witnesses().of(slot.carrierId(), mount.threadId(), mount.start());
        boolean lasts = slot.epoch() == mount.epoch();
        if (account != null && (lasts || account.nanos() - end <= 0)) {
            witness = account;
        }
        if (looks.isEmpty() && !refused) {
            List<StackTraceElement> stack =
                    monitor.witnesses().stackOf(slot.carrierId(), mount.threadId(), mount.start());
            ownStack = stack.isEmpty() ? ownStack : stack;
        }
    }

    /** How many looks there are, of those that are kept. */
    int looks() {
        return looks.size();
    }

    /** Null where there was none. */
    Look lastLook() {
        return looks.isEmpty() ? null : looks.getLast();
    }

    /** What is known so far of the hold until then. */
    Diagnosis diagnose(long until, Parks parks) {
        return Diagnosis.of(new Evidence(monitor.jdk(), mount.start(), until, looks, parks, witness, ownStack));
    }

    /** How much of it until then was not its doing. */
    Excuse excuse(long until, Kind kind, Parks parks) {
        return excuse.until(until, kind, parks);
    }

    /** What does not count as computing may leave another kind to be the largest part: a pinned park that the hook has seen. */
    Judged judge(long until, Parks parks) {
        Diagnosis diagnosis = diagnose(until, parks);
        Kind kind = diagnosis.cause().kind();
        Excuse excused = excuse(until, kind, parks);
        boolean mayBeAnother = kind == Kind.CPU && excused.nanos() > 0;
        return new Judged(
                mayBeAnother ? Diagnosis.of(diagnosis.evidence().excusing(excused.nanos())) : diagnosis, excused);
    }

    /** Whether a hold of that kind is the program's, and one that it wants to hear of. */
    boolean counts(Diagnosis diagnosis) {
        return !jdkOwn && !isTransition(diagnosis) && monitor.scope().covers(diagnosis);
    }

    /** On its way off its carrier or onto it, which the VM lets no thread be while it, or a debugger, looks at it. */
    private static boolean isTransition(Diagnosis diagnosis) {
        List<StackTraceElement> frames = diagnosis.frames();
        return diagnosis.cause().kind() == Kind.BLOCKING_CALL
                && !frames.isEmpty()
                && frames.getFirst().isNativeMethod()
                && frames.getFirst().getClassName().equals("java.lang.VirtualThread");
    }
}
