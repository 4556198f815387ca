package dev.snag.findings.report.html;

import dev.snag.findings.Frame;
import dev.snag.findings.text.JarText;

/** A place in the code: its package in the background, class and method in front. */
final class CodeHtml {

    private CodeHtml() {}

    static void add(Markup html, Frame frame) {
        String name = frame.className();
        int end = name.lastIndexOf('.') + 1;
        html.raw("<code>")
                .element("span", "package", name.substring(0, end))
                .text(name.substring(end) + "." + frame.method())
                .element("span", "line", frame.line() > 0 ? ":" + frame.line() : "")
                .raw("</code>");
    }

    static void addWithJar(Markup html, Frame frame) {
        add(html, frame);
        html.element("span", "jar", JarText.of(frame));
    }
}
