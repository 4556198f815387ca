package dev.snag.findings;

/**
 * One stretch in which one virtual thread stayed on one carrier, as measured; of {@link Kind#STARVATION} the stretch in
 * which none was mounted, and {@code thread} and {@code carrier} are null.
 *
 * @param durationMs from mount to unmount (of {@link Kind#STARVATION}: without a mount) in milliseconds; so far,
 *     where it is ongoing
 * @param thresholdMs the longest that would have been fine, in milliseconds
 * @param excusedMs the part of the duration that was not the program's doing, in milliseconds
 * @param compensated whether the JDK really added a carrier meanwhile
 */
public record Hold(
        ThreadRef thread,
        ThreadRef carrier,
        double durationMs,
        double thresholdMs,
        double excusedMs,
        boolean compensated) {}
