package dev.snag.findings.report.xml;

/** Text without what XML has no way to write: names of threads and classes may hold anything. */
final class XmlText {

    private XmlText() {}

    static String of(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isAllowed(c) ? c : '?'));
        return clean.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c < 0xd800 || c > 0xdfff && c < 0xfffe || c > 0xffff;
    }
}
