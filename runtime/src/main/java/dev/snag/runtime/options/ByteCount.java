package dev.snag.runtime.options;

import java.util.Locale;

/** A number of bytes as text: {@code 512m}, {@code 1.5g}, {@code off}. */
final class ByteCount {

    private static final String UNITS = "kmgt";
    private static final int BITS = 10;

    private ByteCount() {}

    /** Bytes; {@link MemoryLimits#NONE} for {@code off} and {@code none}; 0 where it is no number above 0. */
    static long parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("off") || plain.equals("none")) {
            return MemoryLimits.NONE;
        }
        String digits = plain.endsWith("b") ? plain.substring(0, plain.length() - 1) : plain;
        int unit = digits.isEmpty() ? -1 : UNITS.indexOf(digits.charAt(digits.length() - 1));
        try {
            double number = Double.parseDouble(unit < 0 ? digits : digits.substring(0, digits.length() - 1));
            double bytes = number * (1L << BITS * (unit + 1));
            return bytes >= 1 && bytes < Long.MAX_VALUE / 4 ? (long) bytes : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
