package dev.snag.samples.load;

import java.time.Duration;

/**
 * What came of a step.
 *
 * @param requests how long they took, failed ones included
 * @param failed how many got no answer, or one with a status of 400 or above
 * @param wall from the first request to the last answer
 * @param bystander what {@code GET /health}, which does nothing, took meanwhile
 */
public record Measured(Step step, Latencies requests, int failed, Duration wall, Latencies bystander) {}
