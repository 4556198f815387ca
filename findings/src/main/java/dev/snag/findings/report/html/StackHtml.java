package dev.snag.findings.report.html;

import dev.snag.findings.Place;
import dev.snag.findings.text.Extent;
import dev.snag.findings.text.FoldedStack;
import dev.snag.findings.text.Mark;

/** A stack of which only what matters takes a row. */
final class StackHtml {

    private StackHtml() {}

    static void add(Markup html, Place place) {
        if (place.stack().isEmpty()) {
            html.element("p", "quiet", "The thread had let go before its stack could be taken.");
        }
        html.raw("<ol class=\"stack\">");
        for (FoldedStack.Row row : FoldedStack.of(place, Extent.LONG)) {
            if (row instanceof FoldedStack.Shown shown) {
                shown(html, shown);
            } else if (row instanceof FoldedStack.Folded folded) {
                html.element("li", "folded", folded.count() + " " + folded.whose() + " frames");
            }
        }
        html.raw("</ol>");
    }

    private static void shown(Markup html, FoldedStack.Shown shown) {
        html.raw(shown.marks().isEmpty() ? "<li>" : "<li class=\"marked\">");
        if (shown.marks().isEmpty()) {
            CodeHtml.add(html, shown.frame());
        } else {
            CodeHtml.addWithJar(html, shown.frame());
        }
        for (Mark mark : shown.marks()) {
            html.element("span", "mark mark-" + mark.word(), mark.word());
        }
        html.raw("</li>");
    }
}
