package dev.snag.runtime.dump;

import dev.snag.findings.ThreadRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

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
        alike(container.threads()).forEach(group -> thread(group.first, group.more, indent + STEP));
        for (DumpedContainer child : container.children()) {
            container(child, indent + STEP);
        }
    }

    /** Threads that wait, unmounted, in the same place: one is shown for all. */
    private static final class Group {
        final DumpedThread first;
        int more;

        Group(DumpedThread first) {
            this.first = first;
        }
    }

    private static List<Group> alike(List<DumpedThread> threads) {
        var groups = new ArrayList<Group>();
        var waiting = new HashMap<List<Object>, Group>();
        for (DumpedThread thread : threads) {
            var group = new Group(thread);
            boolean shownAlone = thread.carrier() != null || thread.asks();
            Group known = shownAlone ? null : waiting.putIfAbsent(List.of(thread.state(), thread.stack()), group);
            if (known == null) {
                groups.add(group);
            } else {
                known.more++;
            }
        }
        return groups;
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
