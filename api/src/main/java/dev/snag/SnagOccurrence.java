package dev.snag;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A finding: a virtual thread that kept its carrier for longer than is fine. What it says is fixed, but for {@link #lines}. */
public final class SnagOccurrence {

    private final Map<String, Object> fields;
    private final List<String> lines;

    SnagOccurrence(Map<String, Object> fields, List<String> lines) {
        this.fields = Map.copyOf(withoutNulls(fields));
        this.lines = lines;
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> fields) {
        var present = new java.util.HashMap<>(fields);
        present.values().removeIf(value -> value == null);
        return present;
    }

    private <T> T get(Class<T> type, String field, T otherwise) {
        Object value = fields.get(field);
        return type.isInstance(value) ? type.cast(value) : otherwise;
    }

    private String text(String field) {
        return get(String.class, field, "");
    }

    /** Names it, as in {@code snags.jsonl}. */
    public String id() {
        return text("id");
    }

    /** Whether it goes on; its end will be told too. */
    public boolean ongoing() {
        return get(Boolean.class, "ongoing", false);
    }

    /** When the hold began. */
    public Instant time() {
        return get(Instant.class, "time", Instant.EPOCH);
    }

    /** What held the carrier: {@code PINNED}, {@code MONITOR}, {@code BLOCKING_CALL}, {@code CLASS_INIT_WAIT}, {@code CPU}. */
    public String kind() {
        return text("kind");
    }

    /** {@code ERROR} or {@code WARNING}. */
    public String severity() {
        return text("severity");
    }

    /** What pins. */
    public Optional<String> reason() {
        return Optional.ofNullable(get(String.class, "reason", null));
    }

    /** The kind of call that blocks. */
    public Optional<String> category() {
        return Optional.ofNullable(get(String.class, "category", null));
    }

    /** For how long, measured; so far where it goes on. */
    public Duration duration() {
        return Duration.ofNanos(get(Long.class, "duration", 0L));
    }

    /** The longest that would have been fine. */
    public Duration threshold() {
        return Duration.ofNanos(get(Long.class, "threshold", 0L));
    }

    /** Of the virtual thread; may be empty. */
    public String threadName() {
        return text("threadName");
    }

    /** {@code Thread.threadId()} of the virtual thread. */
    public long threadId() {
        return get(Long.class, "threadId", 0L);
    }

    /** Of the carrier. */
    public String carrierName() {
        return text("carrierName");
    }

    /** {@code Thread.threadId()} of the carrier. */
    public long carrierId() {
        return get(Long.class, "carrierId", 0L);
    }

    /** Whether the JDK added a carrier meanwhile. */
    public boolean compensated() {
        return get(Boolean.class, "compensated", false);
    }

    /** What blocked, such as {@code Thread.sleep}. */
    public Optional<String> operation() {
        return Optional.ofNullable(get(String.class, "operation", null));
    }

    /** The same for the same kind and code, in any run. */
    public String fingerprint() {
        return text("fingerprint");
    }

    /** Why the carrier was held, in a sentence. */
    public String why() {
        return text("why");
    }

    /** What to do, in a sentence. */
    public String advice() {
        return text("advice");
    }

    /** Top first; empty where it was not taken. */
    public List<StackTraceElement> stack() {
        List<?> stack = get(List.class, "stack", List.of());
        return stack.stream().map(StackTraceElement.class::cast).toList();
    }

    /** What will be printed, to be edited in place; empty where nothing will, as for the second finding of the same code. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public String toString() {
        return kind() + " " + duration().toMillis() + " ms, virtual thread \"" + threadName() + "\" #" + threadId();
    }
}
