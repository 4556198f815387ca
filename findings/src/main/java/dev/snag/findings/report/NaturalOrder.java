package dev.snag.findings.report;

/** Order of names as people expect it: {@code worker-2} comes before {@code worker-10}. */
final class NaturalOrder {

    private static final int DIGITS = 20;

    private NaturalOrder() {}

    /** A text whose order is that of the name: each run of digits is filled up with zeros. */
    static String key(String name) {
        var key = new StringBuilder();
        int i = 0;
        while (i < name.length()) {
            int end = i;
            while (end < name.length() && Character.isDigit(name.charAt(end))) {
                end++;
            }
            if (end > i) {
                key.append("0".repeat(Math.max(0, DIGITS - (end - i)))).append(name, i, end);
                i = end;
            } else {
                key.append(name.charAt(i++));
            }
        }
        return key.toString();
    }
}
