package dev.snag.runtime.monitor;

import dev.snag.findings.Kind;
import dev.snag.runtime.jvm.Scheduler;
import dev.snag.runtime.jvm.SchedulerSight;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.starvation.OutageReport;
import dev.snag.runtime.starvation.QueueWatch;
import dev.snag.runtime.starvation.Standstill;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Whether virtual threads queue and none is mounted. While mounts go on it costs a few reads a look: the queue is asked for
 * when half a threshold has passed without one, and what holds the carriers when the whole has.
 */
final class OutageWatch {

    private static final long RECHECK_NANOS = 1_000_000;

    private final HoldMonitor monitor;
    private final QueueWatch queue = new QueueWatch();
    private OutageReport told;

    OutageWatch(HoldMonitor monitor) {
        this.monitor = monitor;
    }

    /**
     * One look, after those at the holds.
     *
     * @return when to come again at the latest, {@code System.nanoTime()}
     */
    long look(List<WatchedCarrier> all, long half) {
        Scheduler scheduler = monitor.sampler().jvm().scheduler();
        if (scheduler == Scheduler.UNKNOWN) {
            return monitor.now() + half;
        }
        List<WatchedCarrier> carriers = ofThe(scheduler, all);
        followMounts(carriers);
        long now = monitor.now();
        long threshold = monitor.thresholds().of(Kind.STARVATION);
        if (carriers.isEmpty() || threshold == Thresholds.OFF || !queue.stands(now, Math.min(half, threshold / 2))) {
            return now + half;
        }
        SchedulerSight sight = scheduler.sight();
        queue.polled(now, sight.queued());
        if (!queue.queueing()) {
            ended(now);
            return now + half;
        }
        long due = told == null ? queue.since() + threshold : told.standstill().now() + told.nanos();
        return now < due ? due : judge(scheduler, carriers, sight, threshold);
    }

    /** At the end of the watch, after a look: how long an outage has lasted that goes on. */
    void finish() {
        if (told != null && told.lasts().getAsBoolean()) {
            long now = monitor.now();
            monitor.listener().starved(told.after(now - told.standstill().since(), true));
        }
    }

    // No lambda and no stream: they would be linked at the first looks, when there is least time.
    private static List<WatchedCarrier> ofThe(Scheduler scheduler, List<WatchedCarrier> all) {
        var carriers = new ArrayList<WatchedCarrier>(all.size());
        for (WatchedCarrier carrier : all) {
            if (carrier.isOneOf(scheduler)) {
                carriers.add(carrier);
            }
        }
        return carriers;
    }

    private void followMounts(List<WatchedCarrier> carriers) {
        if (carriers.isEmpty()) {
            return;
        }
        long before = queue.lastMount();
        long latest = carriers.getFirst().slot().lastMount();
        for (WatchedCarrier carrier : carriers) {
            latest = later(latest, carrier.slot().lastMount());
        }
        if (queue.mounted(latest) && told != null) {
            ended(firstAfter(before, latest, carriers));
        }
    }

    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }

    /** Of each carrier the latest mount is known; the earliest of these is as near to the end as a look can tell. */
    private static long firstAfter(long before, long latest, List<WatchedCarrier> carriers) {
        long first = latest;
        for (WatchedCarrier carrier : carriers) {
            long mount = carrier.slot().lastMount();
            first = mount - before > 0 && mount - first < 0 ? mount : first;
        }
        return first;
    }

    private void ended(long at) {
        if (told != null) {
            long nanos = Math.max(told.nanos(), at - told.standstill().since());
            OutageReport last = told.after(nanos, false);
            told = null;
            monitor.listener().starved(last);
        }
    }

    private long judge(Scheduler scheduler, List<WatchedCarrier> carriers, SchedulerSight sight, long threshold) {
        var census = new CarrierCensus(monitor, scheduler, queue.since());
        census.take(carriers);
        long since = queue.since();
        long now = monitor.now();
        var standstill = new Standstill(
                since,
                now,
                sight.parallelism(),
                sight.queued(),
                census.held(),
                census.idle(),
                monitor.pauses().within(since, now));
        BooleanSupplier lasts = census.lasts();
        if (!lasts.getAsBoolean()) {
            return now; // a mount came in between
        }
        return switch (standstill.verdict(threshold)) {
            case STARVED -> {
                long number = told == null ? monitor.nextNumber() : told.number();
                List<Thread> parties = census.parties();
                told = new OutageReport(
                        number,
                        true,
                        standstill,
                        standstill.nanos(),
                        threshold,
                        monitor.jdk(),
                        lasts,
                        () -> scheduler.waits(parties));
                monitor.listener().starved(told);
                yield now + standstill.nanos();
            }
            case NOT_YET -> now + Math.max(standstill.missing(threshold), RECHECK_NANOS);
            case NOTHING_QUEUES, CARRIER_IS_FREE, OUT_OF_SCOPE -> now + threshold;
        };
    }
}
