package dev.snag.findings.report.xml;

import static dev.snag.findings.Occurrences.as;
import static dev.snag.findings.Occurrences.pinned;
import static dev.snag.findings.Occurrences.with;
import static dev.snag.findings.Occurrences.withText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Hold;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.report.Run;
import dev.snag.findings.report.RunReport;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitReportTest {

    @TempDir
    private Path folder;

    private static Element suite(RunReport report) throws Exception {
        var xml = new InputSource(new StringReader(JunitReport.text(report)));
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(xml)
                .getDocumentElement();
        return (Element) root.getElementsByTagName("testsuite").item(0);
    }

    private static Element only(Element suite, String name) {
        assertThat(suite.getElementsByTagName(name).getLength()).isEqualTo(1);
        return (Element) suite.getElementsByTagName(name).item(0);
    }

    @Test
    void a_run_without_snags_is_one_test_that_passes() throws Exception {
        Element suite = suite(Run.in(folder).ended().report());

        assertThat(suite.getAttribute("tests")).isEqualTo("1");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(only(suite, "testcase").getAttribute("name")).isEqualTo("the watch saw all of 12,345 mounts");
    }

    @Test
    void a_snag_that_fails_is_a_failure_and_one_that_is_known_is_skipped() throws Exception {
        Occurrence known = Occurrences.of("00000000000000aa", as("2", false, pinned()));
        Element suite = suite(Run.in(folder).with(pinned(), known).ended().report(Run.policy(List.of(known), "")));

        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        Element failure = only(suite, "failure");
        assertThat(failure.getAttribute("type")).isEqualTo("PINNED(MONITOR)");
        assertThat(failure.getAttribute("message"))
                .isEqualTo("PINNED(MONITOR) at OrderCache.load held a carrier once, for 1204 ms");
        assertThat(failure.getTextContent()).contains("> com.acme.orders.OrderCache.load:88  <- offender");
        Element testcase = (Element) failure.getParentNode();
        assertThat(testcase.getAttribute("classname")).isEqualTo("com.acme.orders.OrderCache");
        assertThat(testcase.getAttribute("time")).isEqualTo("1.204");
        assertThat(only(suite, "skipped").getAttribute("message")).isEqualTo("known in baseline");
    }

    @Test
    void a_watch_that_cannot_be_trusted_is_an_error() throws Exception {
        Element suite = suite(Run.in(folder).report());

        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(only(suite, "error").getAttribute("message")).contains("has no end line");
    }

    @Test
    void names_may_hold_what_xml_cannot() throws Exception {
        var hold = new Hold(new ThreadRef("a\u0000\uffff\ud800]]><b", 1), new ThreadRef("c", 2), 200, 100, 0, false);

        assertThat(only(
                                suite(Run.in(folder)
                                        .with(withText(with(pinned(), hold), "why\u0001<", "fix"))
                                        .ended()
                                        .report()),
                                "failure")
                        .getTextContent())
                .contains("]]><b\"", "why?<");
    }
}
