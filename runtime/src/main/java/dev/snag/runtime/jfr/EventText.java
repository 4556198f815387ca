package dev.snag.runtime.jfr;

import dev.snag.findings.Frame;
import java.util.List;

/** Values of our events. */
final class EventText {

    private static final double NANOS_PER_MILLI = 1e6;

    private EventText() {}

    static long nanos(double millis) {
        return Math.round(millis * NANOS_PER_MILLI);
    }

    static String frame(Frame frame) {
        return frame == null ? null : frame.toString();
    }

    /** A frame a line, top first. */
    static String stack(List<Frame> frames) {
        var text = new StringBuilder();
        for (Frame frame : frames) {
            text.append(text.isEmpty() ? "" : "\n").append(frame);
            if (frame.jar() != null) {
                text.append(" [").append(frame.jar()).append(']');
            }
        }
        return text.toString();
    }
}
