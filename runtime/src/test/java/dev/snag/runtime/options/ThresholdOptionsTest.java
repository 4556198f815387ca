package dev.snag.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Kind;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdOptionsTest {

    private static final long MILLI = 1_000_000;

    private static Thresholds of(String argument) {
        return Given.nothing().argument(argument).read().thresholds();
    }

    @Test
    void g2_the_threshold_is_100_ms_unless_set() {
        assertThat(Given.nothing().read().thresholds()).isEqualTo(Thresholds.of(100 * MILLI));
        assertThat(of("profile=prod")).isEqualTo(Thresholds.of(100 * MILLI));
    }

    @Test
    void in_tests_it_is_20_ms_unless_set() {
        assertThat(of("profile=test")).isEqualTo(Thresholds.of(20 * MILLI));
        assertThat(of("profile=test,max-blocking-time=30ms")).isEqualTo(Thresholds.of(30 * MILLI));
    }

    @ParameterizedTest
    @CsvSource({
        "100ms, 100000000",
        "1.5s, 1500000000",
        "2S, 2000000000",
        "250us, 250000",
        "7ns, 7",
        "' 20 ms ', 20000000",
        "0.5ms, 500000",
    })
    void spans_have_a_unit_and_may_have_a_fraction(String text, long nanos) {
        assertThat(of("max-blocking-time=" + text).general()).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0ms",
                "-1ms",
                "100",
                "ms",
                "",
                "fast",
                "NaNms",
                "Infinityms",
                "1e300s",
                "0.1ns",
                "100 minutes",
                "1h",
                "1,5s"
            })
    void g5_nothing_above_zero_or_unparsable_is_rejected(String bad) {
        String escaped = bad.replace(",", "\\,");
        Given.nothing()
                .argument("max-blocking-time=" + escaped)
                .isRefusedWith("bad value '" + bad + "' for max-blocking-time in the agent's argument; write a number"
                        + " above 0 with ns, us, ms or s, such as 100ms, or off");
    }

    @Test
    void g5_off_disables_it_and_leaves_the_agent_enabled() {
        Options options = Given.nothing().argument("max-blocking-time=off").read();

        assertThat(options.enabled()).isTrue();
        assertThat(options.thresholds().least()).isEqualTo(Thresholds.OFF);
        assertThat(of("max-blocking-time=OFF").general()).isEqualTo(Thresholds.OFF);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_kind_may_have_a_threshold_of_its_own(Kind kind) {
        Thresholds thresholds = of("max-blocking-time." + kind + "=30ms");

        for (Kind each : Kind.values()) {
            assertThat(thresholds.of(each)).isEqualTo(each == kind ? 30 * MILLI : 100 * MILLI);
        }
        assertThat(thresholds.least()).isEqualTo(30 * MILLI);
    }

    @Test
    void a_kinds_own_threshold_can_be_set_in_the_environment() {
        Thresholds thresholds = Given.nothing()
                .environment("SNAG_MAX_BLOCKING_TIME_BLOCKING_CALL", "3s")
                .property("snag.max-blocking-time.CLASS_INIT_WAIT", "off")
                .read()
                .thresholds();

        assertThat(thresholds.of(Kind.BLOCKING_CALL)).isEqualTo(3_000 * MILLI);
        assertThat(thresholds.of(Kind.CLASS_INIT_WAIT)).isEqualTo(Thresholds.OFF);
        assertThat(thresholds.of(Kind.CPU)).isEqualTo(100 * MILLI);
    }

    @Test
    void a_bad_threshold_of_a_kind_is_named_by_its_own_key() {
        Given.nothing()
                .property("snag.max-blocking-time.CPU", "0s")
                .isRefusedWith("bad value '0s' for max-blocking-time.CPU in the system property"
                        + " snag.max-blocking-time.CPU; write a number above 0 with ns, us, ms or s, such as 100ms,"
                        + " or off");
    }

    @Test
    void one_kind_alone_can_be_watched() {
        Thresholds thresholds = of("max-blocking-time=off,max-blocking-time.PINNED=10ms");

        assertThat(thresholds.least()).isEqualTo(10 * MILLI);
        assertThat(thresholds.of(Kind.CPU)).isEqualTo(Thresholds.OFF);
    }

    @Test
    void thresholds_do_not_change_with_the_map_they_were_made_of() {
        var own = new EnumMap<Kind, Long>(Map.of(Kind.CPU, 5L));
        var thresholds = new Thresholds(10, own);
        own.put(Kind.CPU, 1L);

        assertThat(thresholds.of(Kind.CPU)).isEqualTo(5);
    }
}
