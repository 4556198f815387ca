package dev.snag.runtime.connections;

import dev.snag.runtime.bridge.Connections;
import dev.snag.runtime.connections.ConnectionReport.Opener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections by the stack that opened them. */
final class Openers {

    /** How many stacks are told. */
    static final int MOST = 5;

    private static final int MOST_FRAMES = 64;
    private static final String BRIDGE = "java.lang.SnagConnections";

    private Openers() {}

    /**
     * Those that open most.
     *
     * @param stacks one of each connection; null where it was not kept
     */
    static List<Opener> of(List<Throwable> stacks) {
        var counts = new LinkedHashMap<List<StackTraceElement>, Long>();
        for (Throwable stack : stacks) {
            if (stack != null) {
                counts.merge(frames(stack), 1L, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<List<StackTraceElement>, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(each -> new Opener(each.getValue(), each.getKey()))
                .toList();
    }

    private static List<StackTraceElement> frames(Throwable stack) {
        var frames = new ArrayList<StackTraceElement>();
        for (StackTraceElement frame : stack.getStackTrace()) {
            boolean ours =
                    frame.getClassName().equals(BRIDGE) || frame.getClassName().equals(Connections.class.getName());
            if (!ours && frames.size() < MOST_FRAMES) {
                frames.add(frame);
            }
        }
        return frames;
    }
}
