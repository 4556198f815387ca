package dev.snag.findings.text;

/** A stretch of time as a person reads it: some three digits, the unit that suits, the same in every locale. */
public final class Span {

    private static final double SECOND = 1_000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;

    private Span() {}

    /** {@code 0.034 ms}, {@code 23.4 ms}, {@code 1204 ms}, {@code 12.3 s}, {@code 10.5 min}, {@code 2.5 h}. */
    public static String text(double millis) {
        if (millis < 10) {
            return decimal(millis, 1_000) + " ms";
        }
        if (millis < 100) {
            return decimal(millis, 10) + " ms";
        }
        if (millis < 10 * SECOND) {
            return decimal(millis, 1) + " ms";
        }
        if (millis < 10 * MINUTE) {
            return decimal(millis / SECOND, 10) + " s";
        }
        return millis < 2 * HOUR ? decimal(millis / MINUTE, 10) + " min" : decimal(millis / HOUR, 10) + " h";
    }

    /** Rounded to one part in {@code parts}, a power of ten; without a fraction of zero. */
    private static String decimal(double value, int parts) {
        long scaled = Math.round(value * parts);
        long fraction = Math.abs(scaled % parts);
        var text = new StringBuilder();
        if (scaled < 0) {
            text.append('-');
        }
        text.append(Math.abs(scaled / parts));
        if (fraction > 0) {
            text.append('.');
            for (int part = parts / 10; part > 0; part /= 10) {
                text.append((char) ('0' + fraction / part % 10));
            }
        }
        return text.toString();
    }
}
