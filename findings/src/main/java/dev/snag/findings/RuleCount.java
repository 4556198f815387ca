package dev.snag.findings;

/**
 * How often an allow rule fitted.
 *
 * @param line where the rule stands in its file
 * @param rule kind and pattern
 * @param hits occurrences that it fits, whether or not it still allows them
 * @param expired whether its date has passed, so that it allows nothing any more
 */
public record RuleCount(int line, String rule, long hits, boolean expired) {}
