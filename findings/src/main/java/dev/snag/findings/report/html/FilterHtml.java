package dev.snag.findings.report.html;

import dev.snag.findings.Kind;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SnagReport;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What can be chosen: the kinds, states and tests that there are. */
final class FilterHtml {

    static final int MOST_TESTS = 2_000;

    private FilterHtml() {}

    static String kinds(RunReport report) {
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        report.snags().forEach(snag -> kinds.merge(snag.kind(), 1, Integer::sum));
        var html = new Markup();
        kinds.forEach((kind, count) -> html.raw("<button type=\"button\" class=\"chip kind-" + Words.style(kind)
                        + "\" aria-pressed=\"false\" data-kind=\"" + kind + "\" title=\"")
                .text(Words.meaning(kind))
                .raw("\"><i></i>" + kind + "<span class=\"count\">" + count + "</span></button>"));
        return html.toString();
    }

    static String states(RunReport report) {
        Set<String> states = new LinkedHashSet<>();
        report.snags().forEach(snag -> states.add(SnagsHtml.state(report, snag)));
        return options(states);
    }

    static String tests(RunReport report) {
        Set<String> tests = new TreeSet<>();
        for (SnagReport snag : report.snags()) {
            tests.addAll(snag.tests().keySet());
        }
        return options(tests.stream().limit(MOST_TESTS).toList());
    }

    private static String options(Iterable<String> values) {
        var html = new Markup();
        values.forEach(value -> html.raw("<option>").text(value).raw("</option>"));
        return html.toString();
    }
}
