package dev.snag.findings.tally;

import dev.snag.findings.Occurrence;
import java.time.Instant;

/**
 * All occurrences with one fingerprint, as far as they were counted.
 *
 * @param count occurrences, those that still go on included
 * @param totalMs sum of their durations in milliseconds
 * @param longestMs the longest of their durations in milliseconds
 * @param first when the first of them began
 * @param last when the last of them began
 * @param example the first of them
 */
public record Snag(
        String fingerprint,
        long count,
        double totalMs,
        double longestMs,
        Instant first,
        Instant last,
        Occurrence example) {}
