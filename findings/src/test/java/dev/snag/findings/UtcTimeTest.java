package dev.snag.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimeTest {

    @Test
    void an_exact_time_reads_as_the_instant_does() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-70_000_000_000L, 260_000_000_000L);
            int nanos = random.nextInt(1_000_000_000);
            for (int unit : new int[] {1, 1_000, 1_000_000, 1_000_000_000}) {
                Instant time = Instant.ofEpochSecond(second, nanos / unit * (long) unit);
                assertThat(UtcTime.exact(time)).isEqualTo(time.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "2024-02-29T23:59:59.001Z",
                "2026-11-24T10:15:30.000000001Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z"
            })
    void an_exact_time_at_an_edge_reads_as_the_instant_does(String text) {
        assertThat(UtcTime.exact(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void the_first_and_last_time_there_are_can_be_written() {
        assertThat(UtcTime.exact(Instant.MIN)).isEqualTo(Instant.MIN.toString());
        assertThat(UtcTime.exact(Instant.MAX)).isEqualTo(Instant.MAX.toString());
    }

    @Test
    void a_time_to_the_millisecond_always_has_three_digits_of_a_second() {
        assertThat(UtcTime.millis(Instant.parse("2026-11-24T10:15:30Z"))).isEqualTo("2026-11-24T10:15:30.000Z");
        assertThat(UtcTime.millis(Instant.parse("2026-11-24T10:15:30.0079Z"))).isEqualTo("2026-11-24T10:15:30.007Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-SA-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "tr", "fa"})
    void a_time_is_the_same_in_every_locale(String locale) {
        assertThat(InLocale.get(locale, () -> UtcTime.exact(Occurrences.TIME)))
                .isEqualTo("2026-11-24T10:15:30.123456Z");
    }
}
