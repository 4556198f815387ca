package dev.snag.findings.jsonl;

/** Text from a file that nobody vouches for, as it may stand in a message: short, and without control characters. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String text(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            quoted.append(Character.isISOControl(c) ? '?' : c);
        }
        return quoted.append(text.length() > LONGEST ? "...\"" : "\"").toString();
    }
}
