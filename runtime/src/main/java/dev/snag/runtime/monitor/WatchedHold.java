package dev.snag.runtime.monitor;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Look;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.monitor.HoldEvidence.Judged;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlot.Mount;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import dev.snag.runtime.starvation.Held;
import dev.snag.runtime.tests.TestScope;

/** A hold that has lasted for half the threshold: when to look again, and what has been said of it. */
final class WatchedHold {

    private static final long UNKNOWN = -1;
    private static final long RECHECK_NANOS = 1_000_000;
    /** For how long a hold that the monitor came late to waits for what the kernel may have yet to tell of it. */
    private static final long PATIENCE_NANOS = 1_000_000_000;
    /** A single look is followed by a second one after this part of the threshold. */
    private static final long SECOND_LOOK_PART = 4;

    private final CarrierSlot slot;
    private final Mount mount;
    private final WatchedCarrier on;
    private final HoldMonitor monitor;
    private final HoldEvidence evidence;
    private final long watchedSince;
    private final TestScope test;
    private ThreadRef thread;
    private long nextLook;
    private Thresholds judgedBy;
    private long number = UNKNOWN;
    private boolean asked;
    private boolean lastChance;
    private StackRequest request;
    private Ending ending;

    /** When it ended and when that was collected, {@code System.nanoTime()}, and the pinned parks in it. */
    private record Ending(long nanos, long collected, Parks parks) {}

    WatchedHold(CarrierSlot slot, Mount mount, WatchedCarrier on, HoldMonitor monitor) {
        this.slot = slot;
        this.mount = mount;
        this.on = on;
        this.monitor = monitor;
        evidence = new HoldEvidence(slot, mount, on, monitor);
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
        return evidence.lastLook() == null ? Parks.NONE : evidence.lastLook().parks();
    }

    void giveUp() {
        evidence.visit();
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
            lastChance = true;
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
        if (virtual == null && !lastChance && lasts() && monitor.sampler().jvm().tellsMounted()) {
            isNotThere();
            return;
        }
        if (virtual != null) {
            thread = new ThreadRef(virtual.getName(), mount.threadId());
            switch (answerBy(due + judgedBy.least() / 2)) {
                case PENDING -> {
                    evidence.visit();
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
        evidence.hear(mount.start(), refused());
        long now = monitor.now();
        if (slot.epoch() != mount.epoch()) {
            nextLook = now; // it has let go; its end is collected at once
            return;
        }
        evidence.visit();
        if (thorough) {
            judge(now);
        } else {
            nextLook = due;
        }
    }

    /** It has not begun, or has let go: either way it holds nothing now, and the hook that notes its end is still to come. */
    private void isNotThere() {
        if (isBeginning()) {
            evidence.hasNotBegun(monitor.now());
        }
        nextLook = monitor.now() + Math.max(1, judgedBy.least() / 2);
    }

    /** Whether nothing of the thread runs yet. */
    boolean isBeginning() {
        Thread carrier = slot.carrier();
        return carrier != null && monitor.sampler().jvm().isBeginning(carrier) && lasts();
    }

    /** Whether a debugger had suspended the thread when it was looked at. */
    boolean wasSuspended() {
        return evidence.wasSuspended();
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
        Look look = monitor.sampler().look(slot, mount, virtual, evidence.lastLook(), thorough);
        if (look != null && JvmEnd.isAwaitedBy(look.stack().frames())) {
            giveUp();
        } else if (look != null) {
            evidence.saw(look, thread.name());
        }
    }

    private void judge(long now) {
        Look last = evidence.lastLook();
        if (last != null && OwnWork.isShownBy(last.stack().frames())) {
            nextLook = now + RECHECK_NANOS; // how much of the hold was ours is known when that is done
            return;
        }
        long nanos = now - mount.start();
        evidence.hear(mount.start(), refused());
        Judged judged = evidence.judge(now, slot.parksOf(mount.epoch(), now));
        Diagnosis diagnosis = judged.diagnosis();
        Excuse excused = judged.excused();
        long threshold = thresholds().of(diagnosis.cause().kind());
        long missing = threshold - (nanos - excused.nanos() - allowedUntil(now));
        if (missing <= 0 && mayWaitForProcessor()) {
            nextLook = now + Math.max(threshold / SECOND_LOOK_PART, RECHECK_NANOS);
            return;
        }
        if (missing <= 0 && evidence.counts(diagnosis)) {
            if (number < 0) {
                number = monitor.nextNumber();
            }
            monitor.listener().overThreshold(report(true, nanos, threshold, excused, diagnosis));
        }
        // At T, 2T, 4T …; sooner where an excuse, or the kind's own threshold, puts the deadline off.
        nextLook = now + (missing > 0 ? Math.min(nanos, Math.max(missing, RECHECK_NANOS)) : nanos);
    }

    /** One look alone cannot tell what runs from what waits for a processor; there is but one where the monitor came late. */
    private boolean mayWaitForProcessor() {
        return number < 0
                && !lastChance
                && evidence.looks() == 1
                && evidence.lastLook().runnable();
    }

    /** The hold has ended. Returns whether the last word on it is said; where it is not, {@link #settle} says it. */
    boolean ended(long end, Parks parks) {
        if (end - mount.start() < thresholds().least() && number < 0) {
            return true;
        }
        evidence.hear(end, refused());
        ending = new Ending(end, monitor.now(), parks);
        return settle(false);
    }

    /**
     * The last word on a hold that has ended.
     *
     * @param atOnce whether it may wait no longer for what the kernel has yet to tell
     * @return whether it is said
     */
    boolean settle(boolean atOnce) {
        long end = ending.nanos();
        long nanos = end - mount.start();
        Judged judged = evidence.judge(end, ending.parks());
        Diagnosis diagnosis = judged.diagnosis();
        Excuse excused = judged.excused();
        if (!evidence.counts(diagnosis)) {
            return true;
        }
        long threshold = thresholds().of(diagnosis.cause().kind());
        long unexcused = nanos - excused.nanos();
        boolean over = unexcused - allowedUntil(end) >= threshold;
        if (over && number < 0 && !atOnce && mayBeExcusedYet(threshold)) {
            return false;
        }
        if (number >= 0 || over) {
            if (number < 0) {
                number = monitor.nextNumber();
            }
            monitor.listener().overThreshold(report(false, nanos, threshold, excused, diagnosis));
        } else if (unexcused >= threshold) {
            monitor.wishes().allowed(mount.threadId(), mount.start(), end);
        } else if (nanos >= threshold) {
            monitor.listener().excused(report(false, nanos, threshold, excused, diagnosis));
        }
        return true;
    }

    /**
     * Where the monitor came late, whatever made it late may not be accounted for yet: the VM adds a pause up after it has let
     * the threads go, the kernel a wait when it is over.
     */
    private boolean mayBeExcusedYet(long threshold) {
        long passed = monitor.now() - ending.collected();
        return evidence.looks() < 2 && passed < threshold / 2
                || passed < PATIENCE_NANOS && on.accounts().mayTellMore(mount.start(), ending.nanos(), threshold);
    }

    private long allowedUntil(long until) {
        return monitor.wishes().allowedNanos(mount.threadId(), mount.start(), until);
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
        Parks parks = slot.parksOf(mount.epoch(), now);
        Diagnosis diagnosis = evidence.diagnose(now, parks);
        Excuse excused = evidence.excuse(now, diagnosis.cause().kind(), parks).scaled(now - since, now - mount.start());
        return new Held(
                carrier(),
                thread,
                diagnosis.cause(),
                diagnosis.severity(),
                diagnosis.frames(),
                diagnosis.culprit(),
                diagnosis.compensated(),
                evidence.counts(diagnosis),
                excused);
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
