package dev.snag.runtime.monitor;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.jvm.Jvm;
import dev.snag.runtime.jvm.RunDelay;
import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.StackSight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Answers for the simulation's carriers, counts the dear questions, and lets a test act while a stack is taken. */
final class SimulatedJvm implements Jvm {

    final SimulatedScheduler scheduler = new SimulatedScheduler();

    private final List<SimulatedCarrier> carriers = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Runnable whileAStackIsTaken = () -> {};
    private boolean blind;
    private boolean kernelIsSilent;
    private int stacks;

    void add(SimulatedCarrier carrier) {
        carriers.add(carrier);
        scheduler.add(carrier.thread());
    }

    /** What happens between the monitor's choice of a thread and the moment of its stack. */
    void whileAStackIsTaken(Runnable happens) {
        whileAStackIsTaken = happens;
    }

    /** No internals can be read: no thread, no stack. */
    void goBlind() {
        blind = true;
    }

    /** The kernel does not tell, or not yet, how long a carrier has waited for a processor. */
    void silenceKernel(boolean silent) {
        kernelIsSilent = silent;
    }

    /** The dear questions so far: {@code monitor}, {@code owner}, {@code descriptor}, {@code initializers}. */
    List<String> asked() {
        return asked;
    }

    int stacks() {
        return stacks;
    }

    private SimulatedCarrier of(Thread carrier) {
        return carriers.stream().filter(c -> c.thread() == carrier).findFirst().orElseThrow();
    }

    private SimulatedCarrier ofId(long id) {
        return carriers.stream()
                .filter(c -> c.thread() != null && c.thread().threadId() == id)
                .findFirst()
                .orElseThrow();
    }

    /** None of a thread that has let go. */
    private List<StackTraceElement> framesOf(Thread virtual) {
        return carriers.stream()
                .filter(c -> c.virtual() == virtual)
                .findFirst()
                .map(c -> c.activity().frames)
                .orElse(List.of());
    }

    @Override
    public Thread mountedOn(Thread carrier) {
        return blind ? null : of(carrier).virtual();
    }

    @Override
    public boolean tellsMounted() {
        return !blind;
    }

    @Override
    public Sight sight(Thread virtual, Thread carrier) {
        SimulatedCarrier on = of(carrier);
        return new Sight(on.activity().state, on.activity().carrier, on.cpuNanos());
    }

    @Override
    public StackSight stack(Thread virtual) {
        stacks++;
        whileAStackIsTaken.run();
        return new StackSight(framesOf(virtual), null);
    }

    @Override
    public StackSight stackAtMonitor(Thread virtual) {
        asked.add("monitor");
        return stack(virtual);
    }

    @Override
    public boolean compensated(Thread carrier) {
        Activity activity = of(carrier).activity();
        return activity != null && activity.compensated;
    }

    @Override
    public boolean inNative(Thread carrier) {
        Activity activity = of(carrier).activity();
        return activity != null && activity.inNative;
    }

    @Override
    public boolean suspended(Thread carrier) {
        Activity activity = of(carrier).activity();
        return activity != null && activity.suspended;
    }

    @Override
    public boolean isBeginning(Thread carrier) {
        return of(carrier).isBeginning();
    }

    @Override
    public List<Initializer> initializers(List<Thread> virtualThreads) {
        asked.add("initializers");
        return carriers.stream()
                .filter(c -> c.activity() != null)
                .flatMap(SimulatedJvm::initializersOn)
                .toList();
    }

    private static Stream<Initializer> initializersOn(SimulatedCarrier carrier) {
        Activity activity = carrier.activity();
        if (activity.ownInitializer == null) {
            return activity.initializers.stream();
        }
        var held = new ThreadRef("", carrier.virtual().threadId());
        return Stream.of(new Initializer(activity.ownInitializer, held));
    }

    @Override
    public ThreadRef ownerOf(StackSight waiting, List<Thread> others) {
        asked.add("owner");
        return carriers.stream()
                .filter(c -> c.activity() != null && c.activity().owner != null)
                .map(c -> c.activity().owner)
                .findFirst()
                .orElse(null);
    }

    @Override
    public SimulatedScheduler scheduler() {
        return scheduler;
    }

    @Override
    public String descriptorOf(long carrierId) {
        asked.add("descriptor");
        Activity activity = ofId(carrierId).activity();
        return activity == null ? null : activity.descriptor;
    }

    @Override
    public RunDelay runDelay(long carrierId, long task) {
        return kernelIsSilent || isGone(carrierId)
                ? RunDelay.UNKNOWN
                : ofId(carrierId).runDelay();
    }

    @Override
    public void forget(long task) {
        asked.add("forget");
    }

    @Override
    public long cpuNanos(long carrierId) {
        return isGone(carrierId) ? -1 : ofId(carrierId).cpuNanos();
    }

    private boolean isGone(long carrierId) {
        return carriers.stream().noneMatch(c -> c.thread() != null && c.thread().threadId() == carrierId);
    }
}
