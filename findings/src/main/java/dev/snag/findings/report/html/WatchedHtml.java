package dev.snag.findings.report.html;

import dev.snag.findings.AgentError;
import dev.snag.findings.End;
import dev.snag.findings.ExcuseReason;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.Start;
import dev.snag.findings.UtcTime;
import dev.snag.findings.report.JvmReport;
import dev.snag.findings.report.Plural;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.text.ConnectionsText;
import java.util.List;
import java.util.Map;

/** What was watched: each JVM with its counters, sensors and options. */
final class WatchedHtml {

    static final int MOST_JVMS = 100;

    private static final String ON = "on";

    private WatchedHtml() {}

    static String text(RunReport report) {
        var html = new Markup();
        List<JvmReport> jvms = report.jvms();
        if (jvms.isEmpty()) {
            html.element("p", "quiet", "No JVM has written anything.");
        }
        for (JvmReport jvm : jvms.subList(0, Math.min(MOST_JVMS, jvms.size()))) {
            jvm(html, jvm, jvms.size() == 1);
        }
        if (jvms.size() > MOST_JVMS) {
            html.element("p", "quiet", "and " + Plural.of(jvms.size() - MOST_JVMS, "more JVM"));
        }
        html.raw("<h3>Files</h3><ul class=\"files\">");
        report.checked().read().stream()
                .limit(MOST_JVMS)
                .forEach(line -> html.raw("<li>").text(line).raw("</li>"));
        if (report.checked().read().size() > MOST_JVMS) {
            html.raw("<li>")
                    .text("and " + (report.checked().read().size() - MOST_JVMS) + " more")
                    .raw("</li>");
        }
        return html.raw("</ul>").toString();
    }

    private static void jvm(Markup html, JvmReport jvm, boolean open) {
        html.raw(open ? "<details class=\"jvm\" open><summary>" : "<details class=\"jvm\"><summary>")
                .text(jvm.name())
                .element(
                        "span",
                        "jdk",
                        jvm.start() == null
                                ? "its start line is missing"
                                : "JDK " + jvm.start().jdk());
        life(html, jvm.end());
        html.raw("</summary><dl class=\"facts\">");
        times(html, jvm);
        counters(html, jvm);
        html.raw("</dl>");
        if (jvm.start() != null) {
            map(html, "Sensors", jvm.start().sensors());
            map(html, "Options", jvm.start().options());
        }
        for (AgentError error : jvm.errors()) {
            html.element("p", "error", "Error of Snag itself, " + error.where() + ": " + error.message());
        }
        html.raw("</details>");
    }

    private static void life(Markup html, End end) {
        if (end == null) {
            html.element("span", "state state-warns", "no end line");
        } else if (end.alive()) {
            html.element("span", "state state-fine", "watched to its end");
        } else {
            html.element("span", "state state-fails", "monitor not alive");
        }
    }

    private static void times(Markup html, JvmReport jvm) {
        Start start = jvm.start();
        if (start != null) {
            html.fact("Started", UtcTime.millis(start.time()));
        }
        if (jvm.end() != null) {
            html.fact("Ended", UtcTime.millis(jvm.end().time()));
        }
        html.fact("File", jvm.jvm().file().toString());
    }

    private static void counters(Markup html, JvmReport jvm) {
        html.fact("Occurrences read", Plural.grouped(jvm.occurrences()));
        for (Map.Entry<ExcuseReason, Long> excused : jvm.excused().entrySet()) {
            html.fact("Excused, " + excused.getKey(), Plural.grouped(excused.getValue()));
        }
        for (OpenConnections connections : jvm.connections()) {
            html.fact("Connections", ConnectionsText.most(connections));
        }
        End end = jvm.end();
        if (end != null) {
            html.fact("Mounts", Plural.grouped(end.holds()));
            html.fact("Pinned parks", Plural.grouped(end.pinnedParks()));
            html.fact("Dropped lines", Plural.grouped(end.dropped()));
            html.fact("Own errors", Plural.grouped(end.ownErrors()));
            end.allowedScopes()
                    .forEach((reason, count) ->
                            html.fact("Allowed by the program", Plural.of(count, "hold") + " (" + reason + ")"));
        }
    }

    private static void map(Markup html, String title, Map<String, String> values) {
        html.raw("<h4>").text(title).raw("</h4><ul class=\"pairs\">");
        values.forEach(
                (name, value) -> html.raw(title.equals("Sensors") && !value.equals(ON) ? "<li class=\"off\">" : "<li>")
                        .element("span", "name", name)
                        .element("span", "value", value)
                        .raw("</li>"));
        html.raw("</ul>");
    }
}
