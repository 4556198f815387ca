package dev.snag.findings.advice;

/**
 * Feature versions of the JDK, both ends included.
 *
 * @param to {@link Integer#MAX_VALUE} for no end
 */
record JdkRange(int from, int to) {

    static final JdkRange ALL = new JdkRange(0, Integer.MAX_VALUE);

    boolean has(int jdk) {
        return jdk >= from && jdk <= to;
    }

    /**
     * Of {@code 21-23}, {@code 24-} or {@code 21}.
     *
     * @throws NumberFormatException where it is none of these
     */
    static JdkRange of(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            int only = Integer.parseInt(text);
            return new JdkRange(only, only);
        }
        String end = text.substring(dash + 1);
        return new JdkRange(
                Integer.parseInt(text.substring(0, dash)), end.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(end));
    }
}
