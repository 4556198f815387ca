package dev.snag.runtime.monitor;

import dev.snag.runtime.diagnosis.Diagnosis;
import java.util.List;

/**
 * Whose holds count.
 *
 * @param include package prefixes of offenders that count; empty for all
 * @param exclude package prefixes of offenders that do not
 */
public record Scope(List<String> include, List<String> exclude) {

    /** All. */
    public static final Scope ALL = new Scope(List.of(), List.of());

    /** Whether the offender is one that counts; a hold without one (only the JDK's frames) counts unless some are named. */
    public boolean covers(Diagnosis diagnosis) {
        return diagnosis.offender() < 0
                ? include.isEmpty()
                : covers(diagnosis.frames().get(diagnosis.offender()).getClassName());
    }

    /** Whether a class is one whose offences count. */
    public boolean covers(String name) {
        return (include.isEmpty() || include.stream().anyMatch(name::startsWith))
                && exclude.stream().noneMatch(name::startsWith);
    }
}
