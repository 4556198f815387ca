package dev.snag.drivers.result;

import java.util.List;

/**
 * What came of one phase.
 *
 * @param cold whether it paid for first uses, and so makes no verdict
 * @param threads virtual threads that did it
 * @param ms from its begin to its end, or to the limit
 * @param failed operations that ended with an exception
 * @param firstFailure what the first of them said; empty where there was none
 * @param othersMs how long a virtual thread that had nothing to do with it had to wait at most
 * @param found the strongest first
 */
public record PhaseOutcome(
        String name,
        boolean cold,
        int threads,
        Verdict verdict,
        long ms,
        int failed,
        String firstFailure,
        long othersMs,
        List<Evidence> found) {

    public PhaseOutcome {
        found = List.copyOf(found);
    }
}
