package dev.snag.findings.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Frame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.0342, 0.034 ms",
        "9.5, 9.500 ms",
        "20, 20 ms",
        "23.44, 23.4 ms",
        "100, 100 ms",
        "1204.217, 1204 ms",
        "9999, 9999 ms",
        "10000, 10 s",
        "12345, 12.3 s",
        "599000, 599 s",
        "630000, 10.5 min",
        "9000000, 2.5 h",
        "-3, -3 ms"
    })
    void a_stretch_of_time_has_the_unit_that_suits(double millis, String text) {
        assertThat(Span.text(millis)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1st",
        "2, 2nd",
        "3, 3rd",
        "4, 4th",
        "10, 10th",
        "11, 11th",
        "12, 12th",
        "13, 13th",
        "21, 21st",
        "100, 100th",
        "111, 111th",
        "1000000000000, 1000000000000th"
    })
    void an_ordinal_has_its_ending(long number, String text) {
        assertThat(Ordinal.text(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "60, com.acme.orders.OrderCache.load:88",
        "34, com.acme.orders.OrderCache.load:88",
        "33, c.a.o.OrderCache.load:88",
        "24, c.a.o.OrderCache.load:88",
        "23, OrderCache.load:88",
        "18, OrderCache.load:88",
        "12, ...e.load:88"
    })
    void a_name_gives_up_its_packages_first(int width, String text) {
        assertThat(ShortName.of(new Frame("com.acme.orders.OrderCache", "load", 88, null, null), width))
                .isEqualTo(text)
                .hasSizeLessThanOrEqualTo(width);
    }
}
