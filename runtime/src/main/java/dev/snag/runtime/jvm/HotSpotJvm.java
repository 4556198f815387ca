package dev.snag.runtime.jvm;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.jvm.Sight.VirtualState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JVM that this code runs in. A reader that cannot be had is left out, and named by {@link #sensors}. What takes long to
 * load ({@code java.management}, what is asked of the scheduler) is opened by {@link #openManagement} on another thread; until then it is left out as well.
 */
public final class HotSpotJvm implements Jvm {

    private static final int MOST_THREADS_ASKED = 512;

    private final Map<String, String> sensors = Collections.synchronizedMap(new LinkedHashMap<>());
    private final MountedThread mounted;
    private final Snapshots snapshots;
    private final Compensation compensation;
    private final KernelThreads kernel = new KernelThreads();
    private volatile ThreadManagement management;
    private volatile Scheduler scheduler = Scheduler.UNKNOWN;

    /** Opens what is quickly had. */
    public HotSpotJvm() {
        mounted = open("stacks", "no stacks, kinds or names of virtual threads are seen", MountedThread::new);
        compensation = open("compensation", "whether a carrier was added is not seen", Compensation::new);
        snapshots = Runtime.version().feature() < 25
                ? null
                : open("monitors", "owners of monitors are not seen", Snapshots::new);
    }

    /**
     * Opens the rest; some 10 ms when the machine is idle, and any thread may do it.
     *
     * @param beganAfter a time, {@code System.nanoTime()}, just before the calling thread was started
     */
    public void openManagement(long beganAfter) {
        kernel.dateBySelf(beganAfter);
        sensors.put(
                "kernel",
                kernel.available()
                        ? "on"
                        : "off: /proc/self/task cannot be read; carriers without a " + "processor are not excused");
        management = open(
                "cpu-time", "computing cannot be told from native code that blocks", HotSpotJvm::managementIfPresent);
        Scheduler opened = open("scheduler", "starvation is not seen", () -> new DefaultScheduler(snapshots));
        scheduler = opened == null ? Scheduler.UNKNOWN : opened;
        // Once for nothing: the monitor must not be the first to load what reads /proc.
        kernel.rehearse();
        inNative(Thread.currentThread());
    }

    private static ThreadManagement managementIfPresent() throws ReflectiveOperationException {
        if (ModuleLayer.boot().findModule("java.management").isEmpty()) {
            throw new ReflectiveOperationException("the module java.management is not in this JVM");
        }
        return new ThreadManagement();
    }

    private <T> T open(String sensor, String notSeen, Internals.Reflective<T> reader) {
        try {
            T opened = reader.get();
            sensors.put(sensor, "on");
            return opened;
        } catch (ReflectiveOperationException e) {
            sensors.put(sensor, "off: " + e + "; " + notSeen);
            return null;
        }
    }

    /** Each reader by name: {@code on}, or why it is off and what is therefore not seen. */
    public Map<String, String> sensors() {
        return sensors;
    }

    @Override
    public Thread mountedOn(Thread carrier) {
        return mounted == null ? null : mounted.on(carrier);
    }

    @Override
    public boolean tellsMounted() {
        return mounted != null;
    }

    @Override
    public Sight sight(Thread virtual, Thread carrier) {
        VirtualState state = mounted == null ? VirtualState.RUNNING : mounted.stateOf(virtual);
        ThreadManagement threads = management;
        return new Sight(state, carrier.getState(), threads == null ? -1 : threads.cpuNanos(carrier.threadId()));
    }

    @Override
    public StackSight stack(Thread virtual) {
        return new StackSight(List.of(virtual.getStackTrace()), null);
    }

    @Override
    public StackSight stackAtMonitor(Thread virtual) {
        return snapshots == null ? stack(virtual) : snapshots.of(virtual);
    }

    @Override
    public boolean compensated(Thread carrier) {
        return compensation != null && compensation.of(carrier);
    }

    @Override
    public boolean inNative(Thread carrier) {
        ThreadManagement threads = management;
        return threads != null && threads.inNative(carrier.threadId());
    }

    @Override
    public boolean suspended(Thread carrier) {
        ThreadManagement threads = management;
        return threads != null && threads.suspended(carrier.threadId());
    }

    /** {@code mount} is what {@code runContinuation} calls first; all that is the thread's own runs beneath {@code Continuation.run}. */
    @Override
    public boolean isBeginning(Thread carrier) {
        for (StackTraceElement frame : carrier.getStackTrace()) {
            if (frame.getClassName().equals("java.lang.VirtualThread")) {
                switch (frame.getMethodName()) {
                    case "mount" -> {
                        return true;
                    }
                    case "runContinuation" -> {
                        return false;
                    }
                    default -> {} // what mount calls, by another name on each JDK
                }
            }
        }
        return false;
    }

    @Override
    public List<Initializer> initializers(List<Thread> virtualThreads) {
        var found = new ArrayList<Initializer>();
        Thread.getAllStackTraces().forEach((thread, frames) -> addInitializer(found, thread, List.of(frames)));
        for (Thread virtual : virtualThreads) {
            addInitializer(found, virtual, stack(virtual).frames());
        }
        return found;
    }

    /** Ours are not waited for: what they initialize at a JVM's beginning runs beside everything that happens then. */
    private static void addInitializer(List<Initializer> found, Thread thread, List<StackTraceElement> frames) {
        if (OwnThreads.isOne(thread)) {
            return;
        }
        for (StackTraceElement frame : frames) {
            if (frame.getMethodName().equals("<clinit>")) {
                found.add(new Initializer(frame.getClassName(), new ThreadRef(thread.getName(), thread.threadId())));
            }
        }
    }

    @Override
    public ThreadRef ownerOf(StackSight waiting, List<Thread> others) {
        if (snapshots == null || waiting.waitsFor() == null) {
            return null;
        }
        var candidates = new ArrayList<>(others);
        candidates.addAll(Thread.getAllStackTraces().keySet());
        return candidates.stream()
                .limit(MOST_THREADS_ASKED)
                .filter(thread -> snapshots.owns(thread, waiting.waitsFor()))
                .findFirst()
                .map(thread -> new ThreadRef(thread.getName(), thread.threadId()))
                .orElse(null);
    }

    @Override
    public Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public String descriptorOf(long task) {
        return kernel.descriptorOf(task);
    }

    @Override
    public RunDelay runDelay(long carrierId, long task) {
        ThreadManagement threads = management;
        return threads == null ? RunDelay.UNKNOWN : kernel.runDelay(task, () -> threads.cpuNanos(carrierId));
    }

    @Override
    public void forget(long task) {
        kernel.forget(task);
    }

    @Override
    public long cpuNanos(long carrierId) {
        ThreadManagement threads = management;
        return threads == null ? -1 : threads.cpuNanos(carrierId);
    }
}
