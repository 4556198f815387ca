package dev.snag.samples.workers;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as a picture: a row for each type, a bar for each of four numbers. It has a background of its own, and follows the reader's
 * choice of light or dark.
 */
final class Picture {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int LABELS = 270;
    private static final int PANEL = 160;
    private static final int BAR = 100;
    private static final int HEAD = 76;
    private static final int LINE = 48;
    private static final int FOOT = 34;
    /** In per cent of the requests: from here on a row is told as trouble. */
    private static final double TROUBLE = 1;

    private static final String STYLE = """

            svg { --paper: #ffffff; --ink: #1f2328; --quiet: #59636e; --rail: #eaeef2; --fine: #0a7d6c; --bad: #c2410c; }
            @media (prefers-color-scheme: dark) {
              svg { --paper: #0d1117; --ink: #e6edf3; --quiet: #9198a1; --rail: #21262d; --fine: #2dd4bf; --bad: #fb923c; }
            }
            text { font: 13px system-ui, sans-serif; fill: var(--ink); }
            .title { font-size: 16px; font-weight: 600; }
            .quiet { font-size: 11px; fill: var(--quiet); }
            .head { font-weight: 600; }
            .paper { fill: var(--paper); }
            .rail { fill: var(--rail); }
            .fine { fill: var(--fine); }
            .bad { fill: var(--bad); }
            """;

    /** One number of each row. */
    private record Panel(String title, String unit, ToDoubleFunction<Row> value, double full) {}

    private final XMLStreamWriter xml;
    private final Run run;

    private Picture(XMLStreamWriter xml, Run run) {
        this.xml = xml;
        this.run = run;
    }

    /** The picture, as the text of an SVG file. */
    static String of(Run run) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new Picture(xml, run).draw();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a picture could not be written to memory", impossible);
        }
        return text.toString();
    }

    private List<Panel> panels() {
        return List.of(
                new Panel(
                        "answered",
                        "per second",
                        row -> row.numbers().donePerSecond(),
                        most(row -> row.numbers().donePerSecond())),
                new Panel("p99", "milliseconds", row -> row.numbers().p99Millis(), Client.PATIENCE_MILLIS),
                new Panel("not answered", "% of requests", row -> row.numbers().unanswered(), 100),
                new Panel("CPU of the worker", "% of the machine", Row::cpuPercent, 100));
    }

    private double most(ToDoubleFunction<Row> value) {
        return run.rows().stream().mapToDouble(value).max().orElse(0);
    }

    private void draw() throws XMLStreamException {
        int width = LABELS + 4 * PANEL;
        int height = HEAD + LINE * run.rows().size() + FOOT;
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(SVG);
        attributes("viewBox", "0 0 " + width + " " + height, "role", "img", "aria-label", description());
        xml.writeStartElement("style");
        xml.writeCharacters(STYLE);
        xml.writeEndElement();
        rectangle("paper", 0, 0, width, height);
        text("title", 16, 26, "One service, one database, the same load");
        int x = LABELS;
        for (Panel panel : panels()) {
            text("head", x, 54, panel.title());
            text("quiet", x, 68, panel.unit());
            for (int i = 0; i < run.rows().size(); i++) {
                bar(panel, run.rows().get(i), x, HEAD + LINE * i);
            }
            x += PANEL;
        }
        for (int i = 0; i < run.rows().size(); i++) {
            Row row = run.rows().get(i);
            text("head", 16, HEAD + LINE * i + 20, row.type().title());
            text("quiet", 16, HEAD + LINE * i + 36, row.type().setting() + ", JDK " + Tables.jdk(row));
        }
        text("quiet", 16, height - 12, run.setting());
        xml.writeEndElement();
    }

    private void bar(Panel panel, Row row, int x, int y) throws XMLStreamException {
        double value = panel.value().applyAsDouble(row);
        double share = panel.full() <= 0 ? 0 : Math.min(1, value / panel.full());
        rectangle("rail", x, y + 10, BAR, 14);
        rectangle(row.numbers().unanswered() >= TROUBLE ? "bad" : "fine", x, y + 10, share * BAR, 14);
        text("", x + BAR + 6, y + 21, Tables.decimal(value));
    }

    private String description() {
        var text = new StringBuilder("Worker types under the same load. ");
        for (Row row : run.rows()) {
            text.append(row.type().title());
            for (Panel panel : panels()) {
                text.append(", ")
                        .append(panel.title())
                        .append(' ')
                        .append(Tables.decimal(panel.value().applyAsDouble(row)))
                        .append(' ')
                        .append(panel.unit());
            }
            text.append(". ");
        }
        return text.toString().strip();
    }

    private void rectangle(String type, double x, double y, double width, double height) throws XMLStreamException {
        xml.writeEmptyElement("rect");
        attributes(
                "class",
                type,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(width),
                "height",
                number(height),
                "rx",
                type.equals("paper") ? "0" : "3");
    }

    private void text(String type, double x, double y, String text) throws XMLStreamException {
        xml.writeStartElement("text");
        if (!type.isEmpty()) {
            xml.writeAttribute("class", type);
        }
        attributes("x", number(x), "y", number(y));
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
    }
}
