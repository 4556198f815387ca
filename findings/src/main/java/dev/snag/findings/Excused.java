package dev.snag.findings;

import java.time.Instant;

/**
 * A hold that lasted for the threshold or longer through no fault of the program: counted, never a finding.
 *
 * @param time when the hold began
 * @param reason what made it long
 * @param durationMs the hold's duration in milliseconds
 * @param excusedMs the part of it, in milliseconds, in which the program could not have let go
 */
public record Excused(
        Instant time,
        ExcuseReason reason,
        double durationMs,
        double excusedMs,
        double thresholdMs,
        ThreadRef thread,
        ThreadRef carrier)
        implements Entry {

    @Override
    public String type() {
        return "excused";
    }
}
