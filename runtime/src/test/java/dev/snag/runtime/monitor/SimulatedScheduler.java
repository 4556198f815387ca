package dev.snag.runtime.monitor;

import dev.snag.runtime.jvm.CarrierSight;
import dev.snag.runtime.jvm.Scheduler;
import dev.snag.runtime.jvm.SchedulerSight;
import dev.snag.runtime.jvm.Waits;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The default scheduler of a simulation: its queue is as long as the test says. */
final class SimulatedScheduler implements Scheduler {

    private static final StackTraceElement TASK =
            new StackTraceElement("app", "java.base", "25", "java.util.concurrent.ForkJoinTask", "doExec", null, 1);

    int parallelism = 2;
    long queued;
    Waits waits = Waits.NONE;

    private final List<WeakReference<Thread>> carriers = new ArrayList<>();
    private final Set<Thread> foreign = new HashSet<>();
    private final Set<Thread> stuck = new HashSet<>();
    private int dearQuestions;
    private int polls;

    void add(Thread carrier) {
        carriers.add(new WeakReference<>(carrier));
    }

    /** It is of a scheduler of the program's own. */
    void disown(SimulatedCarrier carrier) {
        foreign.add(carrier.thread());
    }

    /** The carrier is within a task of its pool, and has not mounted anything. */
    void stick(SimulatedCarrier carrier) {
        stuck.add(carrier.thread());
    }

    int dearQuestions() {
        return dearQuestions;
    }

    int polls() {
        return polls;
    }

    @Override
    public boolean owns(Thread carrier) {
        return !foreign.contains(carrier);
    }

    @Override
    public SchedulerSight sight() {
        polls++;
        return new SchedulerSight(parallelism, queued);
    }

    @Override
    public List<Thread> carriers() {
        dearQuestions++;
        return carriers.stream()
                .map(WeakReference::get)
                .filter(carrier -> carrier != null && owns(carrier))
                .toList();
    }

    @Override
    public CarrierSight sightOf(Thread carrier) {
        dearQuestions++;
        return stuck.contains(carrier)
                ? new CarrierSight(Thread.State.WAITING, List.of(TASK))
                : new CarrierSight(Thread.State.WAITING, List.of());
    }

    @Override
    public Waits waits(List<Thread> held) {
        return waits;
    }
}
