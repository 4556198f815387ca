package dev.snag.samples.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PictureTest {

    private static Document picture() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Picture.of(RunOfTwo.run()))));
    }

    private static List<Element> elements(String name) throws Exception {
        NodeList nodes = picture().getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<Double> widths(String type) throws Exception {
        return elements("rect").stream()
                .filter(each -> each.getAttribute("class").equals(type))
                .map(each -> Double.valueOf(each.getAttribute("width")))
                .toList();
    }

    @Test
    void each_type_has_a_bar_for_each_number_as_long_as_its_share() throws Exception {
        // Of the most per second, of the clients' patience, of all requests, of all processors.
        assertThat(widths("fine")).containsExactly(100.0, 12.0, 0.0, 31.4);
        assertThat(widths("bad")).containsExactly(2.7, 100.0, 80.0, 3.3);
    }

    @Test
    void numbers_titles_and_the_run_can_be_read() throws Exception {
        assertThat(elements("text"))
                .extracting(Element::getTextContent)
                .contains("virtual threads", "virtual threads, no pool", "750", "2000", "80", "3.3")
                .anyMatch(text -> text.startsWith("2026-11-27, 2 processors, PostgreSQL 18.6, 128 clients"));
    }

    @Test
    void nothing_lies_outside_of_it() throws Exception {
        String[] box = picture().getDocumentElement().getAttribute("viewBox").split(" ");
        for (Element each : elements("rect")) {
            assertThat(Double.parseDouble(each.getAttribute("x")) + Double.parseDouble(each.getAttribute("width")))
                    .isLessThanOrEqualTo(Double.parseDouble(box[2]));
            assertThat(Double.parseDouble(each.getAttribute("y")) + Double.parseDouble(each.getAttribute("height")))
                    .isLessThanOrEqualTo(Double.parseDouble(box[3]));
        }
    }

    @Test
    void it_has_a_background_and_colours_for_light_and_dark_and_words_for_who_cannot_see_it() throws Exception {
        assertThat(elements("rect").getFirst().getAttribute("class")).isEqualTo("paper");
        assertThat(elements("style").getFirst().getTextContent()).contains("prefers-color-scheme: dark");
        assertThat(picture().getDocumentElement().getAttribute("aria-label"))
                .contains("virtual threads, no pool, answered 20 per second, p99 2000 milliseconds");
    }
}
