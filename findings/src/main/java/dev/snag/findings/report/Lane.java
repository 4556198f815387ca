package dev.snag.findings.report;

import dev.snag.findings.ThreadRef;
import dev.snag.findings.check.WatchedJvm;

/**
 * A carrier in a time line.
 *
 * @param carrier null where it is not known
 * @param heldMs how long it was held in all
 * @param count how many times
 */
public record Lane(WatchedJvm jvm, ThreadRef carrier, double heldMs, long count) {

    /** Its name, or its number where it has none. */
    public String name() {
        if (carrier == null) {
            return "unknown carrier";
        }
        return carrier.name() == null || carrier.name().isEmpty() ? carrier.toString() : carrier.name();
    }
}
