package dev.snag.runtime.options;

import java.util.List;
import java.util.Locale;

/** A span of time as text: {@code 100ms}, {@code 1.5s}, {@code off}. */
final class Span {

    private static final List<Unit> UNITS =
            List.of(new Unit("ns", 1), new Unit("us", 1_000), new Unit("ms", 1_000_000), new Unit("s", 1_000_000_000));

    private Span() {}

    private record Unit(String suffix, long nanos) {}

    /** Nanoseconds; {@link Thresholds#OFF} for {@code off}; 0 where it is no span above 0. */
    static long parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("off")) {
            return Thresholds.OFF;
        }
        for (Unit unit : UNITS) {
            if (plain.endsWith(unit.suffix)) {
                return number(plain.substring(0, plain.length() - unit.suffix.length()), unit.nanos);
            }
        }
        return 0;
    }

    private static long number(String digits, long unit) {
        try {
            double nanos = Double.parseDouble(digits.strip()) * unit;
            return nanos > 0 && nanos < Long.MAX_VALUE / 4 ? (long) nanos : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
