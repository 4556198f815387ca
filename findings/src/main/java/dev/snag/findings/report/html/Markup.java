package dev.snag.findings.report.html;

/** Builds HTML in which no text can become markup. */
final class Markup {

    private final StringBuilder out = new StringBuilder();

    /** What stands between quotes or between tags; control characters, which HTML forbids, become question marks. */
    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '?' : c);
            }
        }
        return safe.toString();
    }

    /** Takes markup as it is. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Takes text. */
    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element with a class and text alone; nothing where there is no text. */
    Markup element(String name, String style, String text) {
        if (text == null || text.isEmpty()) {
            return this;
        }
        return raw("<" + name + " class=\"" + style + "\">").text(text).raw("</" + name + ">");
    }

    /** A term and its text in a list of facts; nothing where there is no text. */
    Markup fact(String term, String text) {
        if (text == null || text.isEmpty()) {
            return this;
        }
        return raw("<div><dt>").text(term).raw("</dt><dd>").text(text).raw("</dd></div>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
