package dev.snag.runtime.ledger;

import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.HeldCarrier;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.LockRef;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.Starvation;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.jvm.Waits;
import dev.snag.runtime.origins.CodeSources;
import dev.snag.runtime.origins.Origin;
import dev.snag.runtime.starvation.Deadlock;
import dev.snag.runtime.starvation.Held;
import dev.snag.runtime.starvation.MonitorOfStacks;
import dev.snag.runtime.starvation.OutageReport;
import dev.snag.runtime.starvation.OutageWords;
import dev.snag.runtime.starvation.Standstill;
import dev.snag.runtime.starvation.WhoseLock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Makes the record of an outage of all carriers. Whose lock it is is asked here, on the thread that writes: it may take
 * milliseconds, which the monitor's thread has not got, and the answer is of no use before the line is.
 */
final class OutageRecords {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<String> SENSORS = List.of("mount-hook", "monitor", "scheduler");

    private final String idPrefix;
    private final WallClock clock;
    private final CodeSources sources;
    private final MonitorSites sites;
    private Account known = Account.NONE;

    /**
     * What is known of whose lock it is.
     *
     * @param number of the outage
     * @param freeSince when the lock was first seen to be free, {@code System.nanoTime()}
     * @param freeNanos for how long it has been seen so
     */
    private record Account(long number, WhoseLock lock, boolean deadlock, long freeSince, long freeNanos) {
        static final Account NONE = new Account(0, null, false, 0, 0);
    }

    OutageRecords(String idPrefix, WallClock clock, CodeSources sources, MonitorSites sites) {
        this.idPrefix = idPrefix;
        this.clock = clock;
        this.sources = sources;
        this.sites = sites;
    }

    Occurrence of(OutageReport report) {
        Standstill standstill = report.standstill();
        List<Held> held = standstill.held().stream().map(this::withMonitor).toList();
        ask(report, held);
        Account account = known.number == report.number() ? known : Account.NONE;
        boolean deadlock = report.ongoing() && account.deadlock;
        LockRef lock = account.lock == null ? null : account.lock.lock();
        var words = new OutageWords(report.jdk(), held, account.lock, account.freeNanos, deadlock);
        return new Occurrence(
                idPrefix + "-" + report.number(),
                report.ongoing(),
                clock.at(standstill.since()),
                standstill.severity(),
                new Hold(
                        null,
                        null,
                        millis(report.nanos()),
                        millis(report.threshold()),
                        millis(standstill.excuse().nanos()),
                        false),
                Cause.of(new Starvation(standstill.queued(), carriers(held), lock, deadlock), SENSORS),
                new Place(null, null, null, List.of(), fingerprint(lock, held)),
                words.why(),
                words.advice(),
                null);
    }

    /** While it lasts, and for sure did so until all was answered; else what was known before stands. */
    private void ask(OutageReport report, List<Held> held) {
        if (!report.ongoing()) {
            return;
        }
        Waits waits = report.waits().get();
        WhoseLock lock = most(WhoseLock.of(waits, report.heldIds()), MonitorOfStacks.of(held));
        boolean deadlock = Deadlock.isOne(waits, report.heldIds());
        long now = clock.nanos();
        if (report.lasts().getAsBoolean()) {
            boolean stillFree = lock != null && lock.free() && isSame(lock, known) && known.number == report.number();
            long freeSince = stillFree ? known.freeSince : now;
            known = new Account(report.number(), lock, deadlock, freeSince, now - freeSince);
        }
    }

    private static boolean isSame(WhoseLock lock, Account before) {
        return before.lock != null && before.lock.free() && before.lock.lock().equals(lock.lock());
    }

    private static WhoseLock most(WhoseLock lock, WhoseLock monitor) {
        boolean byMonitor = lock == null || monitor != null && monitor.heldWaiting() > lock.heldWaiting();
        return byMonitor && monitor != null ? monitor : lock;
    }

    /** Before JDK 25 the code that waits for a monitor tells its class. */
    private Held withMonitor(Held one) {
        Cause cause = one.cause();
        MonitorRef monitor = cause.monitor();
        if (cause.kind() != Kind.MONITOR || monitor == null || monitor.className() != null || one.culprit() < 0) {
            return one;
        }
        String found = sites.monitorAt(one.frames().get(one.culprit()), "Object.wait".equals(cause.operation()));
        return found == null ? one : one.withMonitor(new MonitorRef(found, monitor.owner()));
    }

    private List<HeldCarrier> carriers(List<Held> held) {
        var carriers = new ArrayList<HeldCarrier>(held.size());
        for (Held one : held) {
            List<Origin> origins = sources.of(one.frames());
            List<Frame> stack = StackFrames.of(one.frames(), origins);
            Frame caller = StackFrames.at(stack, StackFrames.own(one.frames(), origins));
            carriers.add(
                    new HeldCarrier(one.carrier(), one.thread(), one.cause().kind(), caller, stack));
        }
        return carriers;
    }

    /** Of the lock and of what holds the carriers, each once: the same however many carriers the machine has. */
    private static String fingerprint(LockRef lock, List<Held> held) {
        var holds = new TreeSet<String>();
        for (Held one : held) {
            int offender = Frames.offender(one.frames());
            StackTraceElement frame = offender < 0 ? null : one.frames().get(offender);
            String name = frame == null ? "" : Frames.stableName(frame.getClassName(), frame.getMethodName());
            holds.add(one.cause().kind() + " " + name);
        }
        return Fingerprint.of(Kind.STARVATION + "|" + (lock == null ? "" : lock.className()) + "|" + holds);
    }

    private static double millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }
}
