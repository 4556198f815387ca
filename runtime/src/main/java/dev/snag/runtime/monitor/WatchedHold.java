package dev.snag.runtime.monitor;

import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Kind;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.diagnosis.Look;
import dev.snag.runtime.diagnosis.Nature;
import dev.snag.runtime.diagnosis.PinWitness;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlot.Mount;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import dev.snag.runtime.starvation.Held;
import dev.snag.runtime.tests.TestScope;
import java.util.ArrayList;
import java.util.List;

/** A hold that has lasted for half the threshold: what was seen of it, when to look again, what has been said of it. */
final class WatchedHold {

    private static final int LOOKS_KEPT = 16;
    private static final long UNKNOWN = -1;
    private static final long RECHECK_NANOS = 1_000_000;

    private final CarrierSlot slot;
    private final Mount mount;
    private final HoldMonitor monitor;
    private final List<Look> looks = new ArrayList<>();
    private final long watchedSince;
    private final TestScope test;
    private ThreadRef thread;
    private long nextLook;
    private Thresholds judgedBy;
    private long number = UNKNOWN;
    private long firstDelay = UNKNOWN;
    private long lastDelay = UNKNOWN;
    private PinWitness witness;
    private List<StackTraceElement> ownStack = List.of();
    private boolean suspended;
    private boolean jdkOwn;
    private boolean asked;
    private StackRequest request;

    WatchedHold(CarrierSlot slot, Mount mount, HoldMonitor monitor) {
        this.slot = slot;
        this.mount = mount;
        this.monitor = monitor;
        watchedSince = monitor.now();
        nextLook = watchedSince;
        thread = new ThreadRef(null, mount.threadId());
        test = monitor.wishes().testOf(mount.threadId());
    }

    private Thresholds thresholds() {
        return test == null ? monitor.thresholds() : test.thresholdsOr(monitor.thresholds());
    }

    long epoch() {
        return mount.epoch();
    }

    long watchedSince() {
        return watchedSince;
    }

    /** The pinned parks that the last look saw. */
    Parks parks() {
        return looks.isEmpty() ? Parks.NONE : looks.getLast().parks();
    }

    void giveUp() {
        nextLook = Long.MAX_VALUE;
    }

    private boolean givenUp() {
        return nextLook == Long.MAX_VALUE;
    }

    long lookIfDue(long now) {
        if (now >= nextLook || thresholds() != judgedBy && !givenUp()) {
            look();
        }
        return nextLook;
    }

    /** The last look of all, whether or not it is due. */
    void lookOnceMore() {
        if (!givenUp()) {
            look();
        }
    }

    /** Whether the thread has left the carrier although its mount has not ended yet. */
    boolean letsGo() {
        return lasts() && monitor.sampler().virtualOf(slot, mount) == null;
    }

    private void look() {
        judgedBy = thresholds();
        long due = mount.start() + judgedBy.least();
        boolean thorough = monitor.now() >= due;
        Thread virtual = monitor.sampler().virtualOf(slot, mount);
        if (virtual != null) {
            thread = new ThreadRef(virtual.getName(), mount.threadId());
            switch (answerBy(due + judgedBy.least() / 2)) {
                case PENDING -> {
                    nextLook = monitor.now() + RECHECK_NANOS;
                    return;
                }
                case GRANTED -> takeLook(virtual, thorough);
                case REFUSED -> {}
            }
        }
        if (givenUp()) {
            return;
        }
        rememberWitness(mount.start());
        long now = monitor.now();
        if (slot.epoch() != mount.epoch()) {
            nextLook = now; // it has let go; its end is collected at once
        } else if (thorough) {
            judge(now);
        } else {
            nextLook = due;
        }
    }

    /** Whether the application lets its stack be taken; where it has not answered by then, it is. */
    private StackRequest.Answer answerBy(long latest) {
        if (!asked) {
            asked = true;
            request = monitor.wishes().askForStack(thread, carrier(), monitor.now() - mount.start());
        }
        StackRequest.Answer answer = request == null ? StackRequest.Answer.GRANTED : request.answer();
        return answer == StackRequest.Answer.PENDING && monitor.now() >= latest ? StackRequest.Answer.GRANTED : answer;
    }

    private boolean refused() {
        return request != null && request.answer() == StackRequest.Answer.REFUSED;
    }

    private void takeLook(Thread virtual, boolean thorough) {
        Look before = looks.isEmpty() ? null : looks.getLast();
        Look look = monitor.sampler().look(slot, mount, virtual, before, thorough);
        if (look != null && JvmEnd.isAwaitedBy(look.stack().frames())) {
            giveUp();
        } else if (look != null) {
            keep(look);
            jdkOwn |= JdkThreads.isOne(thread.name(), look.stack().frames());
            askWhetherItRuns(look);
        }
    }

    /**
     * At once: the next hold on this carrier may leave an account of its own, and be the same thread's.
     *
     * @param end of the hold; its start where it may last
     */
    private void rememberWitness(long end) {
        PinWitness account = monitor.witnesses().of(slot.carrierId(), mount.threadId(), mount.start());
        boolean lasts = slot.epoch() == mount.epoch();
        if (account != null && (lasts || account.nanos() - end <= 0)) {
            witness = account;
        }
        if (looks.isEmpty() && !refused()) {
            List<StackTraceElement> stack =
                    monitor.witnesses().stackOf(slot.carrierId(), mount.threadId(), mount.start());
            ownStack = stack.isEmpty() ? ownStack : stack;
        }
    }

    /** The first two, for where it began, and the last ones. */
    private void keep(Look look) {
        if (looks.size() == LOOKS_KEPT) {
            looks.remove(2);
        }
        looks.add(look);
    }

    private void askWhetherItRuns(Look look) {
        if (look.runnable()) {
            suspended |= monitor.sampler().jvm().suspended(slot.carrier());
            lastDelay = look.runDelayNanos();
            firstDelay = firstDelay < 0 ? lastDelay : firstDelay;
        }
    }

    private void judge(long now) {
        if (!looks.isEmpty() && OwnWork.isShownBy(looks.getLast().stack().frames())) {
            nextLook = now + RECHECK_NANOS; // how much of the hold was ours is known when that is done
            return;
        }
        long nanos = now - mount.start();
        rememberWitness(mount.start());
        Diagnosis diagnosis = diagnose(now, slot.parksOf(mount.epoch(), now));
        Excuse excuse = excuseUntil(now, diagnosis);
        long threshold = thresholds().of(diagnosis.cause().kind());
        long missing = threshold - (nanos - excuse.nanos() - allowedUntil(now));
        if (missing <= 0 && counts(diagnosis)) {
            if (number < 0) {
                number = monitor.nextNumber();
            }
            monitor.listener().overThreshold(report(true, nanos, threshold, excuse, diagnosis));
        }
        // At T, 2T, 4T …; sooner where an excuse, or the kind's own threshold, puts the deadline off.
        nextLook = now + (missing > 0 ? Math.min(nanos, Math.max(missing, RECHECK_NANOS)) : nanos);
    }

    /** The hold has ended: the last word on it. */
    void ended(long end, Parks parks) {
        long nanos = end - mount.start();
        if (nanos < thresholds().least() && number < 0) {
            return;
        }
        rememberWitness(end);
        Diagnosis diagnosis = diagnose(end, parks);
        Excuse excuse = excuseUntil(end, diagnosis);
        if (!counts(diagnosis)) {
            return;
        }
        long threshold = thresholds().of(diagnosis.cause().kind());
        long unexcused = nanos - excuse.nanos();
        if (number >= 0 || unexcused - allowedUntil(end) >= threshold) {
            if (number < 0) {
                number = monitor.nextNumber();
            }
            monitor.listener().overThreshold(report(false, nanos, threshold, excuse, diagnosis));
        } else if (unexcused >= threshold) {
            monitor.wishes().allowed(mount.threadId(), mount.start(), end);
        } else if (nanos >= threshold) {
            monitor.listener().excused(report(false, nanos, threshold, excuse, diagnosis));
        }
    }

    private long allowedUntil(long until) {
        return monitor.wishes().allowedNanos(mount.threadId(), mount.start(), until);
    }

    private boolean counts(Diagnosis diagnosis) {
        return !jdkOwn && monitor.scope().covers(diagnosis);
    }

    private Diagnosis diagnose(long until, Parks parks) {
        return Diagnosis.of(new Evidence(monitor.jdk(), mount.start(), until, looks, parks, witness, ownStack));
    }

    private Excuse excuseUntil(long until, Diagnosis diagnosis) {
        long nanos = until - mount.start();
        if (suspended) {
            return new Excuse(nanos, ExcuseReason.DEBUGGER);
        }
        monitor.pauses().refresh(monitor.now());
        Excuse excuse = diagnosis.cause().kind() == Kind.CPU
                ? monitor.pauses().within(mount.start(), until).or(offProcessor(nanos))
                : monitor.pauses().atTheEndsOf(mount.start(), until).and(waitForProcessor(nanos));
        return excuse.ifMaterialTo(nanos);
    }

    /**
     * What computes is off the processor only where it was not given one, or was paused. Of Java code its processor time
     * tells, of native code the kernel; stretches of a mixed hold in which it did something else tell nothing.
     */
    private Excuse offProcessor(long nanos) {
        long seen = 0;
        long off = 0;
        for (int i = 1; i < looks.size(); i++) {
            Look before = looks.get(i - 1);
            Look now = looks.get(i);
            long stretch = now.nanos() - before.nanos();
            if (computes(before) && computes(now)) {
                long parked = now.parks().nanos() - before.parks().nanos();
                seen += stretch;
                off += stretch
                        - parked
                        - (now.sight().cpuNanos() - before.sight().cpuNanos());
            } else if (before.runDelayNanos() >= 0 && now.runDelayNanos() >= 0) {
                seen += stretch;
                off += now.runDelayNanos() - before.runDelayNanos();
            }
        }
        return stretched(off, seen, nanos);
    }

    private static boolean computes(Look look) {
        return look.nature() == Nature.IN_JAVA && look.sight().cpuNanos() >= 0;
    }

    /** Of native code that may block only the kernel can say that it waited for a processor. */
    private Excuse waitForProcessor(long nanos) {
        if (firstDelay < 0 || lastDelay < 0) {
            return Excuse.NONE;
        }
        return stretched(
                lastDelay - firstDelay,
                looks.getLast().nanos() - looks.getFirst().nanos(),
                nanos);
    }

    /** What was seen between the first and the last look, over the whole hold. */
    private static Excuse stretched(long part, long seen, long nanos) {
        return part <= 0 || seen <= 0
                ? Excuse.NONE
                : new Excuse((long) (part / (double) seen * nanos), ExcuseReason.NO_CPU);
    }

    /** Null where it has let go, or none can be told. */
    Thread mounted() {
        return lasts() ? monitor.sampler().virtualOf(slot, mount) : null;
    }

    Held heldSince(long since) {
        if (mounted() == null) {
            return null;
        }
        long now = monitor.now();
        Diagnosis diagnosis = diagnose(now, slot.parksOf(mount.epoch(), now));
        Excuse excuse = excuseUntil(now, diagnosis).scaled(now - since, now - mount.start());
        return new Held(
                carrier(),
                thread,
                diagnosis.cause(),
                diagnosis.severity(),
                diagnosis.frames(),
                diagnosis.culprit(),
                diagnosis.compensated(),
                counts(diagnosis),
                excuse);
    }

    private ThreadRef carrier() {
        Thread carrier = slot.carrier();
        return new ThreadRef(carrier == null ? null : carrier.getName(), slot.carrierId());
    }

    private boolean lasts() {
        return slot.epoch() == mount.epoch();
    }

    private HoldReport report(boolean ongoing, long nanos, long threshold, Excuse excuse, Diagnosis diagnosis) {
        return new HoldReport(
                number,
                ongoing,
                mount.start(),
                nanos,
                threshold,
                excuse,
                thread,
                carrier(),
                this::lasts,
                diagnosis,
                test);
    }
}
