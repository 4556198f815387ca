package dev.snag.findings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A time as ISO-8601 text in UTC, the same in every locale.
 *
 * <p>{@code Instant.toString} gives the same text, but its first use builds all the formatters of {@code java.time}:
 * tens of milliseconds of class loading on the thread that writes the first finding.
 */
public final class UtcTime {

    private static final long YEAR_0 = -62_167_219_200L;
    private static final long END_OF_YEAR_9999 = 253_402_300_799L;

    private UtcTime() {}

    /** To the nanosecond, with 0, 3, 6 or 9 digits of a second, as {@code Instant.toString}. */
    public static String exact(Instant time) {
        int nanos = time.getNano();
        if (nanos == 0) {
            return text(time, 0, 0);
        }
        if (nanos % 1_000_000 == 0) {
            return text(time, nanos / 1_000_000, 3);
        }
        return nanos % 1_000 == 0 ? text(time, nanos / 1_000, 6) : text(time, nanos, 9);
    }

    /** To the millisecond, always with three digits of a second. */
    public static String millis(Instant time) {
        return text(time, time.getNano() / 1_000_000, 3);
    }

    private static String text(Instant time, int fraction, int digits) {
        long second = time.getEpochSecond();
        if (second < YEAR_0 || second > END_OF_YEAR_9999) {
            return time.toString();
        }
        LocalDateTime utc = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        var text = new StringBuilder(30);
        padded(text, utc.getYear(), 4).append('-');
        padded(text, utc.getMonthValue(), 2).append('-');
        padded(text, utc.getDayOfMonth(), 2).append('T');
        padded(text, utc.getHour(), 2).append(':');
        padded(text, utc.getMinute(), 2).append(':');
        padded(text, utc.getSecond(), 2);
        if (digits > 0) {
            padded(text.append('.'), fraction, digits);
        }
        return text.append('Z').toString();
    }

    private static StringBuilder padded(StringBuilder text, int number, int digits) {
        for (int power = digits - 1, bound = 10; power > 0; power--, bound *= 10) {
            if (number < bound) {
                return zeros(text, power).append(number);
            }
        }
        return text.append(number);
    }

    private static StringBuilder zeros(StringBuilder text, int count) {
        for (int i = 0; i < count; i++) {
            text.append('0');
        }
        return text;
    }
}
