package dev.snag.runtime.jvm;

import static dev.snag.runtime.jvm.Internals.method;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * How long the VM has stopped all threads, in all ({@code sun.management.HotspotRuntime}: every safepoint, collections
 * included) and in the last collection of each collector ({@code GcInfo}: with its place in time); and what the process has
 * used of processors.
 */
public final class StopTheWorld implements Pauses {

    // Counted from when it was opened, so that it can take the place of Pauses.UNKNOWN at any time.
    private final long before;

    private static final long NANOS = 1_000_000;
    private static final int ATTEMPTS = 3;

    private final Object runtime;
    private final Method total;
    private final OperatingSystemMXBean process;

    private StopTheWorld() throws ReflectiveOperationException {
        runtime = method("sun.management.ManagementFactoryHelper", "getHotspotRuntimeMBean")
                .invoke(null);
        total = method("sun.management.HotspotRuntime", "getTotalSafepointTime");
        before = sinceTheJvmBegan();
        process = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system ? system : null;
        processCpuNanos(); // once for nothing: the monitor must not be the first to link it
    }

    /**
     * Opens it.
     *
     * @throws ReflectiveOperationException where this JVM has no such figures, and why
     */
    public static StopTheWorld open() throws ReflectiveOperationException {
        if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
            throw new ReflectiveOperationException("the module jdk.management is not in this JVM");
        }
        return new StopTheWorld();
    }

    @Override
    public Total total() {
        return timed(at -> new Total(sinceTheJvmBegan() - before, at));
    }

    @Override
    public long processCpuNanos() {
        return process == null ? -1 : process.getProcessCpuTime();
    }

    private long sinceTheJvmBegan() {
        return Internals.read(() -> (Long) total.invoke(runtime));
    }

    @Override
    public List<Pause> lastCollections() {
        return timed(StopTheWorld::lastCollections);
    }

    private static List<Pause> lastCollections(long now) {
        long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
        var pauses = new ArrayList<Pause>();
        for (var bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            GcInfo last = bean instanceof GarbageCollectorMXBean gc ? gc.getLastGcInfo() : null;
            if (last != null) {
                pauses.add(new Pause(
                        now - (uptime - last.getStartTime()) * NANOS, now - (uptime - last.getEndTime()) * NANOS));
            }
        }
        return pauses;
    }

    /** What is read at that time; once more where a pause, or another thread, came between the clock and the reading. */
    private static <T> T timed(LongFunction<T> reading) {
        for (int attempt = 1; ; attempt++) {
            long at = System.nanoTime();
            T read = reading.apply(at);
            if (System.nanoTime() - at < NANOS || attempt == ATTEMPTS) {
                return read;
            }
        }
    }
}
