package dev.snag.findings.report;

import dev.snag.findings.Kind;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.check.WatchedJvm;
import java.time.Instant;

/**
 * A held stretch of a time line.
 *
 * @param carrier null where it is not of one carrier but of all of its JVM ({@link Kind#STARVATION})
 * @param thread the virtual thread; null for all carriers
 * @param ms its length in milliseconds
 * @param fingerprint its snag
 * @param test null where it belongs to none
 */
public record Stretch(
        WatchedJvm jvm,
        ThreadRef carrier,
        ThreadRef thread,
        Instant begin,
        double ms,
        Kind kind,
        String fingerprint,
        boolean ongoing,
        boolean compensated,
        String test) {

    /** Whether all carriers stood still. */
    public boolean ofAllCarriers() {
        return kind == Kind.STARVATION;
    }
}
