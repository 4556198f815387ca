package dev.snag.findings.report.markdown;

import java.util.List;

/** Text of which nothing can become markup: names of classes and threads may hold anything. */
final class MarkdownText {

    private static final String SPECIAL = "\\`*_{}[]<>()#+!|~&@";

    private MarkdownText() {}

    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(Character.isISOControl(c) ? ' ' : c);
        }
        return safe.toString();
    }

    /** Code within a line of a table, where a bar ends the cell even within code. */
    static String code(String text) {
        return "`" + text.replace('`', '\'').replace('|', '/').replaceAll("\\p{Cntrl}", " ") + "`";
    }

    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Lines as they are, within a fence; no more than so many characters. */
    static String block(List<String> lines, int longest) {
        var block = new StringBuilder("~~~text\n");
        for (String line : lines) {
            if (block.length() + line.length() > longest) {
                block.append("...\n");
                break;
            }
            // A line that is a fence itself would end it.
            block.append(line.replace("~~~", "~ ~ ~")).append('\n');
        }
        return block.append("~~~\n").toString();
    }
}
