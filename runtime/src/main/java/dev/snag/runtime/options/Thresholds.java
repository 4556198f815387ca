package dev.snag.runtime.options;

import dev.snag.findings.Kind;
import java.util.EnumMap;
import java.util.Map;

/** The longest hold that is fine, in nanoseconds: one for all kinds, and a kind's own. */
public record Thresholds(long general, Map<Kind, Long> own) {

    /** The value of {@code off}: no hold is ever that long. */
    public static final long OFF = Long.MAX_VALUE;

    public Thresholds {
        var copy = new EnumMap<Kind, Long>(Kind.class);
        copy.putAll(own);
        own = copy;
    }

    /** One for all kinds. */
    public static Thresholds of(long nanos) {
        return new Thresholds(nanos, Map.of());
    }

    /** One for all kinds as text, such as {@code 50ms} or {@code off}; null where it is no span above 0. */
    public static Thresholds parse(String text) {
        long nanos = Span.parse(text);
        return nanos <= 0 ? null : of(nanos);
    }

    /** That of a kind. */
    public long of(Kind kind) {
        return own.getOrDefault(kind, general);
    }

    /** The least of all, which decides when the monitor looks first; {@link #OFF} where nothing is to be watched. */
    public long least() {
        long least = OFF;
        for (Kind kind : Kind.values()) {
            least = Math.min(least, of(kind));
        }
        return least;
    }
}
