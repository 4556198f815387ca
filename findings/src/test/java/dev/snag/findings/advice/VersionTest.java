package dev.snag.findings.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionTest {

    @ParameterizedTest
    @CsvSource({
        "42.5.6, 42.6.0",
        "42.5.6.jre7, 42.6.0",
        "2.7.12, 3.1.4",
        "9.0.0-SNAPSHOT, 9.0.0",
        "9.0.0-rc.1, 9.0.0-SNAPSHOT",
        "9.0.0-M3, 9.0.0-RC1",
        "9.0.0-beta-2, 9.0.0-beta-11",
        "9.0.0-alpha, 9.0.0-beta",
        "0.10.0-pre6, 0.10.1",
        "2.2.220, 2.2.222",
        "5.18.0, 5.19.0",
        "9.9, 10.0",
        "1, 1.0.1",
        "1.0.Final, 1.0.SP1",
        "12.2.0.jre8, 12.2.0.jre11",
        "1.20240101120000, 1.99999999999999999999"
    })
    void an_earlier_release_is_before_a_later_one(String earlier, String later) {
        assertThat(new Version(earlier)).isLessThan(new Version(later));
        assertThat(new Version(later)).isGreaterThan(new Version(earlier));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.0.0", "42.6.0, 42.6", "5.0.0.Final, 5", "1.02, 1.2", "9.0.0-GA, 9.0.0", "1_2-3, 1.2.3"})
    void the_same_release_written_otherwise_is_neither_before_nor_after(String one, String other) {
        assertThat(new Version(one)).isEqualByComparingTo(new Version(other));
    }

    @ParameterizedTest
    @CsvSource({"42.6.0.jre11, 42.6.0", "33.8.0-jre, 33.8.0", "3.54.1.0, 3.54.1"})
    void a_variant_of_a_release_is_not_before_it(String variant, String release) {
        assertThat(new Version(variant)).isGreaterThanOrEqualTo(new Version(release));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "unknown", "${project.version}", "v1.2"})
    void what_does_not_begin_with_a_number_is_no_version(String text) {
        assertThat(Version.of(text)).isEmpty();
    }
}
