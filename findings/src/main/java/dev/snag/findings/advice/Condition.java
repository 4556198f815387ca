package dev.snag.findings.advice;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Kind;
import java.util.List;
import java.util.Set;

/**
 * What a rule asks of a situation, the library aside; what is empty asks for nothing.
 *
 * @param reasons names of {@link dev.snag.findings.PinReason}, and {@link #NONE} where nothing pins
 * @param operations names, such as {@code Object.wait}, or, with a dot in front, names of methods
 * @param compensated null for either
 */
record Condition(
        Set<Kind> kinds,
        Set<String> reasons,
        Set<Category> categories,
        List<String> operations,
        JdkRange jdks,
        Boolean compensated) {

    static final String NONE = "NONE";

    boolean fits(Situation situation) {
        Cause cause = situation.cause();
        String reason = cause.reason() == null ? NONE : cause.reason().name();
        return (kinds.isEmpty() || kinds.contains(cause.kind()))
                && (reasons.isEmpty() || reasons.contains(reason))
                && (categories.isEmpty() || cause.category() != null && categories.contains(cause.category()))
                && (operations.isEmpty() || isOneOf(cause.operation()))
                && jdks.has(situation.jdk())
                && (compensated == null || compensated == situation.compensated());
    }

    private boolean isOneOf(String operation) {
        for (String wanted : operations) {
            if (operation != null
                    && (operation.equals(wanted) || wanted.startsWith(".") && operation.endsWith(wanted))) {
                return true;
            }
        }
        return false;
    }
}
