package dev.snag.runtime.jvm;

import static dev.snag.runtime.jvm.Internals.method;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * How long the VM has stopped all threads, in all ({@code sun.management.HotspotRuntime}: every safepoint, collections
 * included) and in the collections of each collector, of which the last one has its place in time ({@code GcInfo}); and what the
 * process has used of processors.
 */
public final class StopTheWorld implements Pauses {

    private static final long NANOS = 1_000_000;
    /** Others run beside the program for the most part: their collections are no pauses, and their pauses have a collector of their own. */
    private static final Set<String> STOPS_THE_WORLD = Set.of(
            "Copy",
            "MarkSweepCompact",
            "PS Scavenge",
            "PS MarkSweep",
            "G1 Young Generation",
            "G1 Old Generation",
            "G1 Concurrent GC",
            "Shenandoah Pauses",
            "ZGC Pauses",
            "ZGC Minor Pauses",
            "ZGC Major Pauses");

    private static final int ATTEMPTS = 3;
    /** What a {@code GcInfo} is made with, on JDK 21 to 27. */
    public static final String MAKES_GC_INFO = "com.sun.management.internal.GcInfoCompositeData";

    private final Object runtime;
    private final Method total;
    private final OperatingSystemMXBean process;
    private final List<GarbageCollectorMXBean> collectors;

    private StopTheWorld() throws ReflectiveOperationException {
        runtime = method("sun.management.ManagementFactoryHelper", "getHotspotRuntimeMBean")
                .invoke(null);
        total = method("sun.management.HotspotRuntime", "getTotalSafepointTime");
        process = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system ? system : null;
        collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(bean -> STOPS_THE_WORLD.contains(bean.getName()))
                .filter(GarbageCollectorMXBean.class::isInstance)
                .map(GarbageCollectorMXBean.class::cast)
                .toList();
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

    /**
     * Loads what reads a collection, which takes up to 90 ms beside a busy program: the monitor must not be the first to do so. Any
     * thread may, once nobody waits for it.
     */
    public void rehearse() {
        collectors.forEach(GarbageCollectorMXBean::getLastGcInfo); // nothing where there was no collection yet
        ManagementFactory.getRuntimeMXBean().getUptime();
        try {
            Class.forName(MAKES_GC_INFO, true, null);
        } catch (ClassNotFoundException madeOtherwise) {
            return; // on a JDK that is newer than this: there the first collection makes one look late
        }
    }

    @Override
    public Total total() {
        return timed(at -> new Total(totalMillis(), at));
    }

    @Override
    public long processCpuNanos() {
        return process == null ? -1 : process.getProcessCpuTime();
    }

    private long totalMillis() {
        return Internals.read(() -> (Long) total.invoke(runtime));
    }

    @Override
    public int collectors() {
        return collectors.size();
    }

    @Override
    public Collected collected(int collector) {
        GarbageCollectorMXBean bean = collectors.get(collector);
        return new Collected(bean.getCollectionCount(), bean.getCollectionTime());
    }

    @Override
    public Pause collection(int collector, long count) {
        GcInfo last = collectors.get(collector).getLastGcInfo();
        return last == null || last.getId() != count ? null : timed(at -> placed(last, at));
    }

    private static Pause placed(GcInfo collection, long now) {
        long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
        return new Pause(
                now - (uptime - collection.getStartTime()) * NANOS, now - (uptime - collection.getEndTime()) * NANOS);
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
