package dev.snag.findings.jsonl;

/** Milliseconds as a decimal with exactly three digits after a point, in every locale. */
final class Millis {

    private Millis() {}

    /**
     * The text of a duration, rounded to the microsecond.
     *
     * @throws IllegalArgumentException where it is no finite number, which JSON has no word for
     */
    static String text(double millis) {
        if (!Double.isFinite(millis)) {
            throw new IllegalArgumentException("A duration must be a finite number of milliseconds, but is " + millis);
        }
        long micros = Math.round(millis * 1_000);
        long whole = Math.abs(micros / 1_000);
        long fraction = Math.abs(micros % 1_000);
        var text = new StringBuilder(16);
        if (micros < 0) {
            text.append('-');
        }
        text.append(whole).append('.');
        if (fraction < 100) {
            text.append('0');
        }
        if (fraction < 10) {
            text.append('0');
        }
        return text.append(fraction).toString();
    }
}
