package dev.snag.findings.report.xml;

import dev.snag.findings.report.Plural;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SnagReport;
import dev.snag.findings.report.SnagText;
import dev.snag.findings.text.FindingText;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A test case for each snag, and one for the watch itself: it is there in a run without snags too, and is in error where
 * it cannot be known that all was seen.
 */
public final class JunitReport {

    private static final String SUITE = "snag";

    private final RunReport report;
    private final XMLStreamWriter xml;

    private JunitReport(RunReport report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    /** The text of the file. */
    public static String text(RunReport report) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitReport(report, xml).write();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("The report could not be written to memory", impossible);
        }
        return text.append('\n').toString();
    }

    private void write() throws XMLStreamException {
        List<SnagReport> snags = report.snags();
        long failing = snags.stream().filter(SnagReport::fails).count();
        boolean doubtful = !report.checked().doubts().isEmpty();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        attribute("name", SUITE);
        attribute("tests", Integer.toString(snags.size() + 1));
        attribute("failures", Long.toString(failing));
        attribute("errors", doubtful ? "1" : "0");
        attribute("skipped", Long.toString(snags.size() - failing));
        attribute("time", "0");
        watch(doubtful);
        for (SnagReport snag : snags) {
            snag(snag);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void watch(boolean doubtful) throws XMLStreamException {
        testCase(SUITE, "the watch saw all of " + Plural.of(report.figures().holds(), "mount"), 0);
        if (doubtful) {
            List<String> doubts = report.checked().doubts();
            xml.writeStartElement("error");
            attribute("type", "untrusted");
            attribute("message", doubts.get(0));
            characters(String.join("\n", doubts));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void snag(SnagReport snag) throws XMLStreamException {
        String name = SnagText.name(snag);
        int end = name.lastIndexOf('.');
        testCase(
                end < 0 ? SUITE : name.substring(0, end),
                SnagText.rule(snag.example().cause()) + " " + SnagText.shortName(snag) + " (" + snag.fingerprint()
                        + ")",
                snag.totalMs());
        if (snag.fails()) {
            xml.writeStartElement("failure");
            attribute("type", SnagText.rule(snag.example().cause()));
            attribute("message", SnagText.headline(snag));
            characters(String.join("\n", FindingText.full(snag.example())));
        } else {
            xml.writeStartElement("skipped");
            attribute("message", snag.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void testCase(String className, String name, double millis) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", className);
        attribute("name", name);
        attribute("time", String.format(Locale.ROOT, "%.3f", millis / 1_000));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.of(value));
    }

    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(XmlText.of(text));
    }
}
