package dev.snag.runtime.ledger;

import dev.snag.findings.Frame;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.origins.Origin;
import java.util.ArrayList;
import java.util.List;

/** A stack of the JVM as frames of a finding. */
final class StackFrames {

    private StackFrames() {}

    static List<Frame> of(List<StackTraceElement> frames, List<Origin> origins) {
        var stack = new ArrayList<Frame>(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            StackTraceElement frame = frames.get(i);
            stack.add(new Frame(
                    Frames.stableClass(frame.getClassName()),
                    frame.getMethodName(),
                    Math.max(0, frame.getLineNumber()),
                    origins.get(i).jar(),
                    origins.get(i).version()));
        }
        return stack;
    }

    /**
     * Index of the first frame of the user's own code; -1 where there is none. What was generated in his package, such as a
     * proxy of his interface, has no line that he could open: it counts only where there is no other.
     */
    static int own(List<StackTraceElement> frames, List<Origin> origins) {
        int generated = -1;
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i).own() && hasSource(frames.get(i))) {
                return i;
            }
            if (origins.get(i).own() && generated < 0) {
                generated = i;
            }
        }
        return generated;
    }

    /** Null for a negative index. */
    static Frame at(List<Frame> stack, int index) {
        return index < 0 ? null : stack.get(index);
    }

    private static boolean hasSource(StackTraceElement frame) {
        return frame.getLineNumber() > 0 || frame.isNativeMethod();
    }
}
