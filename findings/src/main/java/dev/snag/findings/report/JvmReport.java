package dev.snag.findings.report;

import dev.snag.findings.AgentError;
import dev.snag.findings.End;
import dev.snag.findings.ExcuseReason;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.Start;
import dev.snag.findings.check.WatchedJvm;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A JVM that was watched.
 *
 * @param start null where its line is missing or could not be read
 * @param end null where there is none: it was killed or still runs
 * @param errors the first of the agent's own errors
 * @param excused holds over the threshold that were not the program's doing
 * @param connections destinations to which virtual threads had more connections than are fine, each with its highest line
 * @param occurrences those that were read
 */
public record JvmReport(
        WatchedJvm jvm,
        Start start,
        End end,
        List<AgentError> errors,
        Map<ExcuseReason, Long> excused,
        List<OpenConnections> connections,
        long occurrences) {

    public JvmReport {
        errors = List.copyOf(errors);
        connections = List.copyOf(connections);
        var ordered = new EnumMap<ExcuseReason, Long>(ExcuseReason.class);
        ordered.putAll(excused);
        excused = Collections.unmodifiableMap(ordered);
    }

    /** {@code JVM 4711}, or {@code a JVM} where its number is not known. */
    public String name() {
        return start == null ? "a JVM" : "JVM " + start.pid();
    }
}
