package dev.snag.runtime.jfr;

import java.time.Instant;

/**
 * All carriers were held while virtual threads waited for one.
 *
 * @param id of the occurrence, as in {@code snags.jsonl}
 * @param ongoing whether it goes on
 * @param since when it began
 * @param durationMs how long, so far where it goes on
 * @param thresholdMs the longest that would have been fine
 * @param queued virtual threads that wait for a carrier
 * @param carriers how many carriers there are
 * @param holders a line for each carrier: itself, its thread, the kind and the place
 * @param lock what they wait for, in one line; null where it is not one lock
 */
public record Starved(
        String id,
        boolean ongoing,
        Instant since,
        double durationMs,
        double thresholdMs,
        int queued,
        int carriers,
        String holders,
        String lock,
        String why,
        String advice,
        String fingerprint) {}
