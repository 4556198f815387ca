package dev.snag.benchmarks.report;

import dev.snag.benchmarks.statistics.MedianInterval;
import dev.snag.benchmarks.statistics.Rounds;
import dev.snag.benchmarks.statistics.Samples;
import java.util.List;
import java.util.Locale;

/** How numbers are written in tables. */
public final class Numbers {
    private static final double CONFIDENCE = 0.95;

    private Numbers() {}

    /** With three digits that count, and no exponent. */
    public static String plain(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Median, and smallest to largest. */
    public static String medianAndRange(Samples samples) {
        return plain(samples.median()) + " (" + plain(samples.min()) + " … " + plain(samples.max()) + ")";
    }

    /** Median, and the interval that holds the true median, with its confidence. */
    public static String medianAndInterval(Samples samples) {
        MedianInterval interval = MedianInterval.of(samples, CONFIDENCE);
        return plain(samples.median()) + " [" + plain(interval.low()) + ", " + plain(interval.high()) + "] at "
                + Math.round(100 * interval.confidence()) + " %";
    }

    /** How much {@code variant} is over {@code baseline}; a dash for the baseline and what was measured before it. */
    public static String over(Rounds rounds, String variant, String baseline) {
        return isAfter(rounds, variant, baseline) ? medianAndInterval(rounds.differences(variant, baseline)) : "–";
    }

    /** As {@link #over}, as a percentage of the baseline. */
    public static String percentOver(Rounds rounds, String variant, String baseline) {
        return isAfter(rounds, variant, baseline) ? percentOver(rounds.ratios(variant, baseline)) : "–";
    }

    private static boolean isAfter(Rounds rounds, String variant, String baseline) {
        List<String> variants = List.copyOf(rounds.variants());
        return variants.indexOf(variant) > variants.indexOf(baseline);
    }

    /** Ratios as a percentage over 1, median and interval: 1.02 is {@code +2.00 %}. */
    static String percentOver(Samples ratios) {
        MedianInterval interval = MedianInterval.of(ratios, CONFIDENCE);
        return percent(ratios.median()) + " [" + percent(interval.low()) + ", " + percent(interval.high()) + "] at "
                + Math.round(100 * interval.confidence()) + " %";
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * (ratio - 1));
    }
}
