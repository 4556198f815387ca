package dev.snag.runtime.service;

import dev.snag.findings.Frame;
import dev.snag.findings.Occurrence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A finding as the JDK's types alone: what a listener of whatever class loader can be given. */
final class OccurrenceFields {

    private static final double NANOS_PER_MILLI = 1e6;

    private OccurrenceFields() {}

    /** By the names of {@code snags.jsonl}; durations are {@code Long} nanoseconds, a stack is of {@code StackTraceElement}. */
    static Map<String, Object> of(Occurrence occurrence) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", occurrence.id());
        fields.put("ongoing", occurrence.ongoing());
        fields.put("time", occurrence.time());
        fields.put("kind", occurrence.cause().kind().name());
        fields.put("severity", occurrence.severity().name());
        put(fields, "reason", occurrence.cause().reason());
        put(fields, "category", occurrence.cause().category());
        fields.put("duration", nanos(occurrence.hold().durationMs()));
        fields.put("threshold", nanos(occurrence.hold().thresholdMs()));
        fields.put("threadName", occurrence.hold().thread().name());
        fields.put("threadId", occurrence.hold().thread().id());
        fields.put("carrierName", occurrence.hold().carrier().name());
        fields.put("carrierId", occurrence.hold().carrier().id());
        fields.put("compensated", occurrence.hold().compensated());
        fields.put("operation", occurrence.cause().operation());
        fields.put("fingerprint", occurrence.place().fingerprint());
        fields.put("why", occurrence.why());
        fields.put("advice", occurrence.advice());
        fields.put("stack", stack(occurrence.place().stack()));
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Enum<?> value) {
        fields.put(name, value == null ? null : value.name());
    }

    private static long nanos(double millis) {
        return Math.round(millis * NANOS_PER_MILLI);
    }

    private static List<StackTraceElement> stack(List<Frame> frames) {
        var stack = new ArrayList<StackTraceElement>(frames.size());
        for (Frame frame : frames) {
            int line = frame.line() == 0 ? -1 : frame.line();
            stack.add(new StackTraceElement(null, null, null, frame.className(), frame.method(), null, line));
        }
        return stack;
    }
}
