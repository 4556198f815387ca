package dev.snag.runtime.dump;

import dev.snag.findings.ThreadRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dump as lines: what is held first, then the tree; alike threads stand together, and what is idle is only counted. */
final class DumpText {

    private static final String STEP = "  ";
    private static final int MOST_FRAMES = 40;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final List<String> lines = new ArrayList<>();

    private DumpText() {}

    static String of(Snapshot snapshot) {
        var text = new DumpText();
        text.head(snapshot);
        for (DumpedContainer container : snapshot.containers()) {
            text.container(container, "");
        }
        return String.join("\n", text.lines) + "\n";
    }

    private void head(Snapshot snapshot) {
        long threads =
                snapshot.containers().stream().mapToLong(DumpedContainer::count).sum();
        long mounted = snapshot.carriers() - snapshot.idleCarriers();
        lines.add("virtual threads: " + threads + ", of them mounted: " + mounted + "; carriers: " + snapshot.carriers()
                + ", idle: " + snapshot.idleCarriers());
        lines.add("asked for by " + (snapshot.asking() == null ? "an attached tool" : snapshot.asking()));
        if (snapshot.leftOut() > 0) {
            lines.add(snapshot.leftOut() + " virtual threads beyond the first " + threads + " are left out");
        }
        if (!snapshot.tracksAll()) {
            lines.add("of the threads that were started without an executor only the mounted ones are known, because of"
                    + " -Djdk.trackAllThreads=false");
        }
    }

    private void container(DumpedContainer container, String indent) {
        if (container.isEmpty()) {
            return;
        }
        String owner = container.owner() == null ? "" : ", opened by " + container.owner();
        lines.add(indent + container.name() + owner);
        alike(container.threads()).forEach((first, more) -> thread(first, more, indent + STEP));
        for (DumpedContainer child : container.children()) {
            container(child, indent + STEP);
        }
    }

    /** Each thread that is shown, with how many others are like it. */
    private static Map<DumpedThread, Integer> alike(List<DumpedThread> threads) {
        var groups = new LinkedHashMap<List<Object>, DumpedThread>();
        var counts = new LinkedHashMap<DumpedThread, Integer>();
        for (DumpedThread thread : threads) {
            DumpedThread first =
                    groups.putIfAbsent(List.of(thread.state(), thread.stack(), thread.carrier() == null), thread);
            if (first != null && first.isLike(thread)) {
                counts.merge(first, 1, Integer::sum);
            } else {
                counts.put(thread, 0);
            }
        }
        return counts;
    }

    private void thread(DumpedThread thread, int more, String indent) {
        lines.add(indent + (thread.asks() ? "* " : "") + thread.thread() + " " + thread.state() + waits(thread)
                + carrier(thread));
        int shown = Math.min(thread.stack().size(), MOST_FRAMES);
        for (StackTraceElement frame : thread.stack().subList(0, shown)) {
            lines.add(indent + STEP + "at " + frame);
        }
        if (shown < thread.stack().size()) {
            lines.add(indent + STEP + "... " + (thread.stack().size() - shown) + " more frames");
        }
        if (more > 0) {
            lines.add(indent + "and " + more + " more in the same place");
        }
    }

    private static String waits(DumpedThread thread) {
        return thread.waitsFor() == null ? "" : " on " + thread.waitsFor();
    }

    private static String carrier(DumpedThread thread) {
        ThreadRef carrier = thread.carrier();
        if (carrier == null) {
            return "";
        }
        String since = thread.mountedNanos() < 0 ? "" : " for " + thread.mountedNanos() / NANOS_PER_MILLI + " ms";
        return ", on carrier " + carrier + since + (thread.compensated() ? ", compensated" : "");
    }
}
