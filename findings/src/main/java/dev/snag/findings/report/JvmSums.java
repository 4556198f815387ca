package dev.snag.findings.report;

import dev.snag.findings.AgentError;
import dev.snag.findings.End;
import dev.snag.findings.ExcuseReason;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.Start;
import dev.snag.findings.check.WatchedJvm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The running sums of one JVM. */
final class JvmSums {

    private static final int MOST_ERRORS = 10;
    private static final int MOST_DESTINATIONS = 100;

    private final WatchedJvm jvm;
    private final List<AgentError> errors = new ArrayList<>();
    private final Map<ExcuseReason, Long> excused = new EnumMap<>(ExcuseReason.class);
    private final Map<String, OpenConnections> connections = new LinkedHashMap<>();
    private Start start;
    private End end;
    private long occurrences;

    JvmSums(WatchedJvm jvm) {
        this.jvm = jvm;
    }

    void started(Start line) {
        start = line;
    }

    void ended(End line) {
        end = line;
    }

    void erred(AgentError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }

    /** The highest of each destination. */
    void connected(OpenConnections line) {
        String destination = line.destination();
        if (connections.containsKey(destination) || connections.size() < MOST_DESTINATIONS) {
            connections.merge(destination, line, (one, other) -> other.peak() >= one.peak() ? other : one);
        }
    }

    void excused(ExcuseReason reason) {
        excused.merge(reason, 1L, Long::sum);
    }

    void occurred(long times) {
        occurrences += times;
    }

    JvmReport report() {
        return new JvmReport(jvm, start, end, errors, excused, List.copyOf(connections.values()), occurrences);
    }
}
