package dev.snag.benchmarks.statistics;

/**
 * Where the true median lies, from the order of the samples alone: no distribution is assumed, nothing is drawn by lot.
 *
 * @param confidence the probability that the true median lies within, 0 to 1; less than asked where there are too few
 *     samples for more
 */
public record MedianInterval(double low, double high, double confidence) {

    /** The narrowest symmetric pair of samples that holds the true median with probability {@code wanted} or more. */
    public static MedianInterval of(Samples samples, double wanted) {
        int n = samples.size();
        int rank = 0;
        double confidence = confidenceAt(n, 0);
        while (2 * (rank + 1) < n - 1 && confidenceAt(n, rank + 1) >= wanted) {
            rank++;
            confidence = confidenceAt(n, rank);
        }
        return new MedianInterval(samples.ranked(rank), samples.ranked(n - 1 - rank), confidence);
    }

    /** The chance that neither more than n - 1 - rank nor fewer than rank + 1 of n samples lie below the median. */
    private static double confidenceAt(int n, int rank) {
        double outside = 0;
        double ways = 1;
        for (int k = 0; k <= rank; k++) {
            outside += ways * Math.pow(0.5, n);
            ways = ways * (n - k) / (k + 1);
        }
        return Math.max(0, 1 - 2 * outside);
    }
}
