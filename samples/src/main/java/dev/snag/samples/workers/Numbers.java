package dev.snag.samples.workers;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What clients have seen of a type of worker.
 *
 * @param requests that were begun
 * @param donePerSecond answered well
 * @param p50Millis of all requests; one that was given up counts as long as its client waited
 * @param timedOut how many clients have gone without an answer
 */
record Numbers(long requests, double donePerSecond, double p50Millis, double p99Millis, long refused, long timedOut) {

    /**
     * Of the requests that were begun within a window.
     *
     * @param begin {@code System.nanoTime()}
     */
    static Numbers of(Collection<Asked> all, long begin, Duration window) {
        List<Asked> within = all.stream()
                .filter(asked -> asked.begin() - begin >= 0 && asked.begin() - begin < window.toNanos())
                .toList();
        double[] millis = within.stream().mapToDouble(Asked::millis).sorted().toArray();
        return new Numbers(
                within.size(),
                count(within, Asked.End.DONE) / (window.toNanos() / 1e9),
                percentile(millis, 50),
                percentile(millis, 99),
                count(within, Asked.End.REFUSED),
                count(within, Asked.End.TIMED_OUT));
    }

    private static long count(List<Asked> within, Asked.End end) {
        return within.stream().filter(asked -> asked.end() == end).count();
    }

    /** Nearest rank; 0 where there are none. */
    static double percentile(double[] sorted, double percent) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }

    /** In per cent of the requests. */
    double unanswered() {
        return requests == 0 ? 0 : 100.0 * (refused + timedOut) / requests;
    }
}
