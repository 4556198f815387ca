package dev.snag.samples.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a load has measured, as lines of text: one step each, with the same load on several workers side by side. */
public final class LoadTable {

    /**
     * One load.
     *
     * @param title what it ran on
     * @param measured its steps; every side of a table has the same
     */
    public record Side(String title, List<Measured> measured) {}

    private static final String STEP = "%-21s %8s";
    private static final String NUMBERS = "%6s %6s %6s %6s %6s";

    private LoadTable() {}

    public static String of(Side... sides) {
        StringBuilder titles = new StringBuilder(STEP.formatted("", ""));
        StringBuilder header = new StringBuilder(STEP.formatted("", "requests"));
        for (Side side : sides) {
            titles.append("   ").append("%-34s".formatted(side.title()));
            header.append("   ").append(NUMBERS.formatted("p50", "p99", "max", "failed", "others"));
        }
        StringBuilder table = new StringBuilder();
        line(table, titles);
        line(table, header);
        for (int step = 0; step < sides[0].measured().size(); step++) {
            Measured first = sides[0].measured().get(step);
            StringBuilder row = new StringBuilder(
                    STEP.formatted(first.step().name(), first.step().requests()));
            for (Side side : sides) {
                row.append("   ").append(numbers(side.measured().get(step)));
            }
            line(table, row);
        }
        return table.append("Milliseconds. \"others\" is the longest GET /health, which does nothing, meanwhile.\n")
                .toString();
    }

    private static void line(StringBuilder table, StringBuilder line) {
        table.append(line.toString().stripTrailing()).append('\n');
    }

    private static String numbers(Measured measured) {
        return NUMBERS.formatted(
                millis(measured.requests().percentile(50)),
                millis(measured.requests().percentile(99)),
                millis(measured.requests().max()),
                measured.failed(),
                millis(measured.bystander().max()));
    }

    /** Whole milliseconds, and below ten with one decimal. */
    static String millis(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 9.95 ? "%.1f" : "%.0f", millis);
    }
}
