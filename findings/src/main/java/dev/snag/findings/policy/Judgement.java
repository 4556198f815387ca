package dev.snag.findings.policy;

import dev.snag.findings.Verdict;

/**
 * A verdict and what it rests on.
 *
 * @param rule the rule that fits, even where it has expired and does not allow any more; null where none does
 */
public record Judgement(Verdict verdict, AllowRule rule) {}
