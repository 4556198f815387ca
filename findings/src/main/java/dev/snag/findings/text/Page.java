package dev.snag.findings.text;

import java.util.ArrayList;
import java.util.List;

/** Lines for a terminal, each with the prefix by which they are found and filtered. */
final class Page {

    static final String PREFIX = "[snag] ";

    /** Columns that a line keeps to where its words allow. */
    static final int WIDTH = 120;

    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    void add(String text) {
        lines.add(PREFIX + oneLine(text));
    }

    /** A label and its text, wrapped between words; nothing at all where there is no text. */
    void addLabelled(String label, String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        var line = new StringBuilder(label);
        boolean first = true;
        for (String word : words(text)) {
            if (!first && PREFIX.length() + line.length() + 1 + word.length() > WIDTH) {
                lines.add(PREFIX + line);
                line.setLength(0);
                line.append(" ".repeat(label.length()));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        lines.add(PREFIX + line);
    }

    /** The text without anything that could begin a line or steer a terminal: names come from the program. */
    static String oneLine(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, '?');
            }
        }
        return clean == null ? text : clean.toString();
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
                if (i > start) {
                    words.add(oneLine(text.substring(start, i)));
                }
                start = i + 1;
            }
        }
        return words;
    }
}
