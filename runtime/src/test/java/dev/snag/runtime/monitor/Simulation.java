package dev.snag.runtime.monitor;

import dev.snag.runtime.excuse.PauseLog;
import dev.snag.runtime.jvm.Pauses;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.slots.CarrierSlots;
import dev.snag.runtime.slots.HandBridge;
import dev.snag.runtime.starvation.OutageReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongUnaryOperator;

/**
 * A monitor in a time of its own: it looks when it asked to, or late, and between its looks happens what the test has laid
 * down. Times are milliseconds since the simulation's beginning.
 */
final class Simulation implements HoldListener {

    static final long T = 100;
    static final long MILLI = 1_000_000;
    /** Any time will do, as {@code System.nanoTime()} may begin anywhere. */
    private static final long BEGINNING = 86_400_000L * MILLI;

    private static final long MOST_LOOKS = 100_000;

    private record Event(long nanos, long order, Runnable happens) {}

    final List<HoldReport> reports = new ArrayList<>();
    final List<HoldReport> excuses = new ArrayList<>();
    final List<OutageReport> outages = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();
    final SimulatedJvm jvm = new SimulatedJvm();
    final CarrierSlots slots = HandBridge.empty();
    final HoldMonitor monitor;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparingLong(Event::order));
    private final StoppedMillis stopped = new StoppedMillis();
    private final PauseLog pauses;
    private LongUnaryOperator lateness = due -> 0;
    private final List<Pauses.Pause> standstills = new ArrayList<>();
    private long now = BEGINNING;
    private long ownDelay;
    private long due = BEGINNING;
    private long looks;
    private long laidDown;
    private Runnable inNextLook;
    private boolean looking;

    Simulation() {
        this(Thresholds.of(T * MILLI), Scope.ALL);
    }

    Simulation(Thresholds thresholds, Scope scope) {
        pauses = new PauseLog(() -> ownDelay, now);
        pauses.use(stopped);
        monitor = new HoldMonitor(this::clock, slots, jvm, pauses, PinWitnesses.NONE, thresholds, scope, this, 25);
    }

    SimulatedCarrier carrier(String name) {
        var carrier = new SimulatedCarrier(name, () -> now, this::runningTime);
        jvm.add(carrier);
        return carrier;
    }

    /** Lays down what happens at a time. */
    void at(double millis, Runnable happens) {
        events.add(new Event(BEGINNING + Math.round(millis * MILLI), ++laidDown, happens));
    }

    /** One hold by itself: mounted from then on for so long. */
    void hold(SimulatedCarrier carrier, double from, double millis, Activity doing) {
        at(from, () -> carrier.mount("order-17", doing));
        at(from + millis, carrier::unmount);
    }

    /** The monitor wakes late by this, in nanoseconds, because it gets no processor. */
    void monitorIsLate(LongUnaryOperator byDue) {
        lateness = byDue;
    }

    /** The VM stops all threads, the monitor's and the carriers', and tells of it afterwards. */
    void stopTheWorld(long from, long millis) {
        stopProcess(from, millis);
        at(from + millis, () -> tellOfStop(millis));
    }

    /** The VM stops all threads when the monitor has just begun to look, and this happens before it goes on. */
    void stopTheWorldInTheNextLook(long millis, Runnable thereafter) {
        inNextLook = () -> {
            standstills.add(new Pauses.Pause(now, now + millis * MILLI));
            takesAsLong(millis);
            tellOfStop(millis);
            thereafter.run();
        };
    }

    /** The same of the process: nothing of it runs, and nobody tells. */
    void stopProcessInTheNextLook(long millis, Runnable thereafter) {
        inNextLook = () -> {
            standstills.add(new Pauses.Pause(now, now + millis * MILLI));
            takesAsLong(millis);
            thereafter.run();
        };
    }

    /** What the monitor does at this moment takes so long. */
    void takesAsLong(long millis) {
        now += millis * MILLI;
    }

    /** The monitor's next look takes so long by itself: it waits for a thread to show its stack. */
    void delayInTheNextLook(long millis, Runnable thereafter) {
        inNextLook = () -> {
            takesAsLong(millis);
            thereafter.run();
        };
    }

    private void tellOfStop(long millis) {
        stopped.total += millis;
        stopped.count++;
        stopped.last = new Pauses.Pause(now - millis * MILLI, now);
    }

    private long clock() {
        Runnable happens = inNextLook;
        if (looking && happens != null) {
            inNextLook = null;
            happens.run();
        }
        return now;
    }

    /** Nothing of the process runs, and nobody tells. */
    void stopProcess(long from, long millis) {
        standstills.add(new Pauses.Pause(BEGINNING + from * MILLI, BEGINNING + (from + millis) * MILLI));
    }

    private long untilItRuns(long wakes) {
        return standstills.stream()
                .filter(pause -> pause.from() <= wakes && wakes < pause.until())
                .mapToLong(Pauses.Pause::until)
                .findFirst()
                .orElse(wakes);
    }

    /** Time without that in which the process stood still. */
    private long runningTime() {
        long still = 0;
        for (Pauses.Pause pause : standstills) {
            still += Math.max(0, Math.min(now, pause.until()) - pause.from());
        }
        return now - still;
    }

    void wake() {
        due = now;
    }

    double millisNow() {
        return (now - BEGINNING) / (double) MILLI;
    }

    /** When the monitor will look next, in milliseconds. */
    double nextLook() {
        return (due + lateness.applyAsLong(due) - BEGINNING) / (double) MILLI;
    }

    long looks() {
        return looks;
    }

    void run(double untilMillis) {
        long until = BEGINNING + Math.round(untilMillis * MILLI);
        long most = looks + MOST_LOOKS;
        while (looks < most) {
            long late = lateness.applyAsLong(due);
            long wakes = untilItRuns(due + late);
            Event next = events.peek();
            if (next != null && next.nanos <= wakes && next.nanos <= until) {
                now = events.remove().nanos;
                next.happens.run();
            } else if (wakes <= until) {
                now = Math.max(now, wakes);
                ownDelay += late;
                look();
            } else {
                now = until;
                return;
            }
        }
        throw new AssertionError("the monitor looks without end");
    }

    private void look() {
        looks++;
        pauses.woke(now, due);
        looking = true;
        due = Math.max(monitor.look(), now); // time that its own look took is no lateness
        looking = false;
    }

    /** The last report of each hold. */
    List<HoldReport> findings() {
        return reports.stream().filter(report -> !report.ongoing()).toList();
    }

    static double millis(long nanos) {
        return nanos / (double) MILLI;
    }

    @Override
    public void overThreshold(HoldReport report) {
        reports.add(report);
    }

    @Override
    public void excused(HoldReport report) {
        excuses.add(report);
    }

    @Override
    public void starved(OutageReport report) {
        outages.add(report);
    }

    @Override
    public void failed(String where, Throwable failure) {
        failures.add(failure);
    }

    private final class StoppedMillis implements Pauses {
        private long total;
        private long count;
        private Pause last;

        @Override
        public Total total() {
            return new Total(total, now);
        }

        @Override
        public int collectors() {
            return 1;
        }

        @Override
        public Collected collected(int collector) {
            return new Collected(count, total);
        }

        @Override
        public Pause collection(int collector, long number) {
            return number == count ? last : null;
        }

        @Override
        public long processCpuNanos() {
            return runningTime();
        }
    }
}
