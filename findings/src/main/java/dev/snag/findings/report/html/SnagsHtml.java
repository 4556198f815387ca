package dev.snag.findings.report.html;

import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.LockRef;
import dev.snag.findings.Place;
import dev.snag.findings.report.Plural;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SnagReport;
import dev.snag.findings.text.KindText;
import dev.snag.findings.text.Span;
import java.util.List;
import java.util.Locale;

/** The rows of the table of snags: for each its numbers, and below them why, what to do and where. */
final class SnagsHtml {

    private SnagsHtml() {}

    static String rows(RunReport report) {
        var html = new Markup();
        double most =
                report.snags().stream().mapToDouble(SnagReport::totalMs).max().orElse(1);
        List<SnagReport> snags = report.snags();
        for (int i = 0; i < snags.size(); i++) {
            row(html, report, snags.get(i), i, most);
        }
        return html.toString();
    }

    static String state(RunReport report, SnagReport snag) {
        return Words.state(snag, !report.policy().baseline().lines().isEmpty());
    }

    private static void row(Markup html, RunReport report, SnagReport snag, int index, double most) {
        html.raw("<tbody class=\"snag kind-" + Words.style(snag.kind()) + "\" id=\"snag-")
                .text(snag.fingerprint())
                .raw("\" data-snag=\"" + index + "\">");
        html.raw("<tr role=\"row\"><td role=\"cell\" class=\"what\">");
        kind(html, snag.example().cause());
        html.raw("</td><td role=\"cell\" class=\"where\">");
        where(html, snag.example().place(), snag.example().cause());
        html.raw("</td><td role=\"cell\" class=\"number\" data-label=\"count\">")
                .text(Plural.grouped(snag.count()))
                .raw("</td><td role=\"cell\" class=\"number\" data-label=\"held\">")
                .text(Span.text(snag.totalMs()))
                .raw("<span class=\"share\"><i style=\"width:" + percent(snag.totalMs() / most) + "%\"></i></span>")
                .raw("</td><td role=\"cell\" class=\"number\" data-label=\"longest\">")
                .text(Span.text(snag.longestMs()))
                .raw("</td><td role=\"cell\" class=\"verdict\">")
                .element("span", "state state-" + Words.stateStyle(snag.verdict()), state(report, snag))
                .raw("</td></tr><tr role=\"row\" class=\"below\"><td role=\"cell\" colspan=\"6\"><details><summary>")
                .text(why(snag))
                .raw("</summary>");
        DetailsHtml.add(html, report, snag);
        html.raw("</details></td></tr></tbody>\n");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", Math.max(0, Math.min(share * 100, 100)));
    }

    private static String why(SnagReport snag) {
        String why = snag.example().why();
        return why == null || why.isBlank() ? "Stack and facts" : why;
    }

    private static void kind(Markup html, Cause cause) {
        String text = KindText.of(cause);
        int open = text.indexOf(" (");
        html.raw("<span class=\"kind\"><i></i>")
                .text(open < 0 ? text : text.substring(0, open))
                .raw("</span>")
                .element("span", "reason", open < 0 ? "" : text.substring(open + 2, text.length() - 1));
    }

    private static void where(Markup html, Place place, Cause cause) {
        Frame offender = place.offender() != null ? place.offender() : place.culprit();
        if (offender != null) {
            CodeHtml.addWithJar(html, offender);
        } else if (cause.starvation() != null) {
            LockRef lock = cause.starvation().lock();
            int carriers = cause.starvation().carriers().size();
            html.text(carriers == 0 ? "all carriers" : "all " + Plural.of(carriers, "carrier"))
                    .element("span", "jar", lock == null ? "" : "lock " + lock.className());
        } else {
            html.element("span", "quiet", "no code is known");
        }
    }
}
