package dev.snag.findings.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A release of a library, ordered as Maven orders: by numbers, with {@code alpha}, {@code beta}, milestones, {@code rc} and
 * {@code SNAPSHOT} before the release itself and anything else, such as {@code jre11}, after it.
 *
 * <p>The order is not consistent with {@code equals}: {@code 1.0} and {@code 1.0.0} compare as equal.
 *
 * @param text as it was written
 */
record Version(String text) implements Comparable<Version> {

    private static final int RELEASE = 0;
    private static final int OTHER_WORD = 2;
    private static final int NUMBER = 3;

    /** Empty where the text does not begin with a number, as no release does. */
    static Optional<Version> of(String text) {
        boolean numbered =
                text != null && !text.isBlank() && isDigit(text.strip().charAt(0));
        return numbered ? Optional.of(new Version(text.strip())) : Optional.empty();
    }

    @Override
    public int compareTo(Version other) {
        List<String> ours = parts(text);
        List<String> theirs = parts(other.text);
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            int order = compare(i < ours.size() ? ours.get(i) : "", i < theirs.size() ? theirs.get(i) : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Runs of digits and runs of letters; all else only separates them. */
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean digit = isDigit(c);
            boolean letter = c >= 'a' && c <= 'z';
            boolean ends = !part.isEmpty() && (digit != isDigit(part.charAt(0)) || !digit && !letter);
            if (ends) {
                parts.add(part.toString());
                part.setLength(0);
            }
            if (digit || letter) {
                part.append(c);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static int compare(String a, String b) {
        int order = Integer.compare(rank(a), rank(b));
        if (order != 0) {
            return order;
        }
        return switch (rank(a)) {
            case NUMBER -> compareNumbers(significant(a), significant(b));
            case OTHER_WORD -> a.compareTo(b);
            default -> 0;
        };
    }

    private static int rank(String part) {
        if (!part.isEmpty() && isDigit(part.charAt(0))) {
            return significant(part).isEmpty() ? RELEASE : NUMBER;
        }
        return switch (part) {
            case "alpha", "a" -> -5;
            case "beta", "b" -> -4;
            case "milestone", "m" -> -3;
            case "rc", "cr" -> -2;
            case "snapshot" -> -1;
            case "", "final", "ga", "release" -> RELEASE;
            case "sp" -> 1;
            default -> OTHER_WORD;
        };
    }

    /** By length first: a build's number may be longer than any integer. */
    private static int compareNumbers(String a, String b) {
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static String significant(String digits) {
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
