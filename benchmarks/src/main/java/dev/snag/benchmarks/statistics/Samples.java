package dev.snag.benchmarks.statistics;

import java.util.Arrays;
import java.util.Collection;

/** Measurements of one quantity in one unit; at least one. */
public final class Samples {
    private final double[] sorted;

    private Samples(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured, so there is nothing to summarize");
        }
        sorted = values;
        Arrays.sort(sorted);
    }

    public static Samples of(double... values) {
        return new Samples(values.clone());
    }

    public static Samples of(Collection<Double> values) {
        return new Samples(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public int size() {
        return sorted.length;
    }

    public double min() {
        return sorted[0];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    public double median() {
        return quantile(0.5);
    }

    /** The value below which the share {@code p} (0 to 1) lies, interpolated linearly between neighbours. */
    public double quantile(double p) {
        double position = p * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = (int) Math.ceil(position);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The value at {@code rank}, 0 being the smallest. */
    double ranked(int rank) {
        return sorted[rank];
    }
}
