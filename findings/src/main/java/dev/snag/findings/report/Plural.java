package dev.snag.findings.report;

import java.util.Locale;

/** Numbers with their noun, as English has it. */
public final class Plural {

    private Plural() {}

    /** {@code 1 hold}, {@code 12,345 holds}. */
    public static String of(long count, String noun) {
        return grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code 12,345}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
