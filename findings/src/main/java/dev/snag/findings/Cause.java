package dev.snag.findings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why the carrier was held.
 *
 * @param reason what pins; of {@link Kind#PINNED}, and of {@link Kind#MONITOR} where something does; else null
 * @param category of {@link Kind#BLOCKING_CALL}; else null
 * @param operation what blocked, e.g. {@code Thread.sleep} or {@code FileInputStream.read0}; null where nothing did
 * @param monitor of {@link Kind#MONITOR}; else null
 * @param sensors the sources of what is known
 * @param sharesMs milliseconds of the hold by kind, where it was of more than one
 * @param starvation of {@link Kind#STARVATION}; else null
 */
public record Cause(
        Kind kind,
        PinReason reason,
        Category category,
        String operation,
        MonitorRef monitor,
        List<String> sensors,
        Map<Kind, Double> sharesMs,
        Starvation starvation) {

    public Cause {
        sensors = List.copyOf(sensors);
        var ordered = new EnumMap<Kind, Double>(Kind.class);
        ordered.putAll(sharesMs);
        sharesMs = Collections.unmodifiableMap(ordered);
    }

    /** Of one carrier that was held. */
    public Cause(
            Kind kind,
            PinReason reason,
            Category category,
            String operation,
            MonitorRef monitor,
            List<String> sensors,
            Map<Kind, Double> sharesMs) {
        this(kind, reason, category, operation, monitor, sensors, sharesMs, null);
    }

    /** Of all carriers at once. */
    public static Cause of(Starvation starvation, List<String> sensors) {
        return new Cause(Kind.STARVATION, null, null, null, null, sensors, Map.of(), starvation);
    }
}
