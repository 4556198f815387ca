package dev.snag.runtime.ledger;

import dev.snag.findings.ExcuseReason;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.diagnosis.Look;
import dev.snag.runtime.diagnosis.Look.Details;
import dev.snag.runtime.diagnosis.Stacks;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.Sight.VirtualState;
import dev.snag.runtime.jvm.StackSight;
import dev.snag.runtime.monitor.HoldReport;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import dev.snag.runtime.tests.TestScope;
import java.util.List;

/** Reports as the monitor makes them: by default of a sleep beneath a native method, for a threshold of 100 ms. */
final class Reports {

    static final long MILLI = 1_000_000;
    static final long START = 7_000 * MILLI;
    static final ThreadRef THREAD = new ThreadRef("order-17", 43);
    static final ThreadRef CARRIER = new ThreadRef("ForkJoinPool-1-worker-2", 31);
    static final StackTraceElement UPCALL = Stacks.appNative("com.acme.codec.Codec.decode");

    private Reports() {}

    static HoldReport ended(long number, long millis) {
        return of(number, false, millis, sleeping(Stacks.LOAD));
    }

    static HoldReport ongoing(long number, long millis) {
        return of(number, true, millis, sleeping(Stacks.LOAD));
    }

    static HoldReport of(long number, boolean ongoing, long millis, Diagnosis diagnosis) {
        return new HoldReport(
                number,
                ongoing,
                START,
                millis * MILLI,
                100 * MILLI,
                Excuse.NONE,
                THREAD,
                CARRIER,
                () -> ongoing,
                diagnosis);
    }

    static HoldReport of(TestScope test, HoldReport report) {
        return new HoldReport(
                report.number(),
                report.ongoing(),
                report.start(),
                report.nanos(),
                report.threshold(),
                report.excuse(),
                report.thread(),
                report.carrier(),
                report.lasts(),
                report.diagnosis(),
                test);
    }

    static HoldReport excused(long number, long millis) {
        HoldReport report = ended(number, millis);
        return new HoldReport(
                number,
                false,
                report.start(),
                report.nanos(),
                report.threshold(),
                new Excuse(millis / 2 * MILLI, ExcuseReason.STOP_THE_WORLD),
                THREAD,
                CARRIER,
                report.lasts(),
                report.diagnosis());
    }

    /** Pinned by a native method. */
    static Diagnosis sleeping(StackTraceElement user) {
        return diagnosis(25, VirtualState.PINNED, Thread.State.TIMED_WAITING, Stacks.sleeping(user, UPCALL));
    }

    static Diagnosis waiting(int jdk, StackTraceElement user) {
        return diagnosis(jdk, VirtualState.RUNNING, Thread.State.TIMED_WAITING, Stacks.waiting(user));
    }

    static Diagnosis reading(StackTraceElement user) {
        return diagnosis(25, VirtualState.RUNNING, Thread.State.RUNNABLE, Stacks.reading(user));
    }

    private static Diagnosis diagnosis(
            int jdk, VirtualState virtual, Thread.State carrier, List<StackTraceElement> frames) {
        var stack = new StackSight(frames, null);
        var looks = new Look[2];
        for (int i = 0; i < looks.length; i++) {
            boolean pinned = virtual == VirtualState.PINNED;
            Parks parks = pinned ? new Parks(1, (i + 1) * 50 * MILLI) : Parks.NONE;
            looks[i] = new Look(
                    START + (i + 1) * 50 * MILLI,
                    new Sight(virtual, carrier, 0),
                    -1,
                    parks,
                    stack,
                    false,
                    Details.NONE);
        }
        return Diagnosis.of(new Evidence(jdk, START, START + 100 * MILLI, List.of(looks), looks[1].parks(), null));
    }
}
