package dev.snag.runtime.dump;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.jvm.Containers;
import dev.snag.runtime.jvm.Containers.Container;
import dev.snag.runtime.jvm.HotSpotJvm;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Takes one dump. The threads run on meanwhile, so each is as it was when it was looked at. */
public final class ThreadDump {

    /** Each stack takes microseconds, and someone waits. */
    private static final int MOST_THREADS = 20_000;
    /** Our own thread is a carrier for a moment, when the hooks are proved. */
    private static final String OWN = "snag-";

    private final CarrierSlots slots;
    private final Thread asking;
    private final HotSpotJvm jvm = new HotSpotJvm();
    private final Map<Thread, Mounted> mounted = new IdentityHashMap<>();
    private final Set<Thread> seen = new HashSet<>();
    private long leftOut;

    private ThreadDump(CarrierSlots slots, Thread asking) {
        this.slots = slots;
        this.asking = asking;
    }

    /** On what carrier, since when; -1 where that is not known. */
    private record Mounted(Thread carrier, long nanos) {}

    /**
     * All virtual threads as text.
     *
     * @param slots null where no watch runs: how long threads have been mounted is then not known
     * @param asking the thread that wants it; null for a tool from outside
     */
    public static String text(CarrierSlots slots, Thread asking) {
        return DumpText.of(new ThreadDump(slots, asking).take());
    }

    private Snapshot take() {
        int carriers = slots == null ? findMounted() : findMountedBySlots();
        var containers = new ArrayList<DumpedContainer>();
        boolean tracksAll = false;
        try {
            var reader = new Containers();
            tracksAll = reader.trackAllThreads();
            containers.add(dumped(reader.read()));
        } catch (ReflectiveOperationException otherJdk) {
            // The mounted ones are known all the same.
        }
        var others = new ArrayList<Thread>(mounted.keySet());
        if (asking != null && asking.isVirtual() && !mounted.containsKey(asking)) {
            others.add(asking); // it has let go of its carrier to wait for this
        }
        others.removeAll(seen);
        containers.add(dumped(new Container("not in the JDK's tree", null, others, List.of())));
        String who = asking == null ? null : (asking.isVirtual() ? "virtual" : "platform") + " thread " + ref(asking);
        return new Snapshot(containers, carriers, carriers - mounted.size(), who, tracksAll, leftOut);
    }

    private int findMountedBySlots() {
        int carriers = 0;
        long now = System.nanoTime();
        for (CarrierSlot slot : slots.all()) {
            Thread carrier = slot.carrier();
            if (carrier == null || slot.ended() || carrier.getName().startsWith(OWN)) {
                continue;
            }
            carriers++;
            CarrierSlot.Mount mount = slot.mount();
            Thread virtual = mount == null ? null : jvm.mountedOn(carrier);
            if (virtual != null) {
                boolean same = virtual.threadId() == mount.threadId();
                mounted.put(virtual, new Mounted(carrier, same ? now - mount.start() : -1));
            }
        }
        return carriers;
    }

    private int findMounted() {
        int carriers = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            Thread virtual = jvm.mountedOn(thread);
            boolean isCarrier = thread.getClass().getName().equals("jdk.internal.misc.CarrierThread");
            carriers += virtual != null || isCarrier ? 1 : 0;
            if (virtual != null) {
                mounted.put(virtual, new Mounted(thread, -1));
            }
        }
        return carriers;
    }

    private DumpedContainer dumped(Container container) {
        var threads = new ArrayList<DumpedThread>();
        for (Thread thread : container.virtualThreads()) {
            if (seen.size() >= MOST_THREADS) {
                leftOut++;
            } else if (seen.add(thread)) {
                threads.add(dumped(thread));
            }
        }
        Thread owner = container.owner();
        return new DumpedContainer(
                container.name(),
                owner == null ? null : ref(owner),
                threads,
                container.children().stream().map(this::dumped).toList());
    }

    private DumpedThread dumped(Thread thread) {
        Mounted where = mounted.get(thread);
        Object blocker = LockSupport.getBlocker(thread);
        return new DumpedThread(
                ref(thread),
                thread.getState(),
                blocker == null
                        ? null
                        : blocker.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(blocker)),
                where == null ? null : ref(where.carrier),
                where == null ? -1 : where.nanos,
                where != null && jvm.compensated(where.carrier),
                thread == asking,
                List.of(thread.getStackTrace()));
    }

    private static ThreadRef ref(Thread thread) {
        return new ThreadRef(thread.getName(), thread.threadId());
    }
}
