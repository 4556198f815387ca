package dev.snag.findings.advice;

import dev.snag.findings.Cause;
import java.util.List;

/**
 * What there is to give advice on.
 *
 * @param compensated whether the JDK added a carrier
 * @param jdk feature version of the JVM
 * @param blamed the code to blame, the likeliest first: the culprit, and the offender where the culprit is the JDK's
 */
public record Situation(Cause cause, boolean compensated, int jdk, List<Code> blamed) {

    public Situation {
        blamed = List.copyOf(blamed);
    }
}
