package dev.snag.findings.policy;

/**
 * A snag that fails.
 *
 * @param count its occurrences that fail
 * @param longestMs the longest of them, in milliseconds
 */
public record FailingSnag(BaselineLine snag, long count, double longestMs) {}
