package dev.snag.samples.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTableTest {

    @Test
    void loads_stand_side_by_side() {
        Step step = Step.post("/receipts", null, 2, 2, number -> "{}");
        Measured quick = new Measured(step, millis(100, 207), 0, Duration.ofMillis(210), millis(1));
        Measured slow = new Measured(step, millis(5000, 5100), 1, Duration.ofMillis(5100), millis(3, 4987));

        String table =
                LoadTable.of(new LoadTable.Side("before", List.of(quick)), new LoadTable.Side("after", List.of(slow)));

        assertThat(table).isEqualTo("""
                                                 before                               after
                                      requests      p50    p99    max failed others      p50    p99    max failed others
                POST /receipts               2      100    207    207      0    1.0     5000   5100   5100      1   4987
                Milliseconds. "others" is the longest GET /health, which does nothing, meanwhile.
                """);
    }

    @Test
    void below_ten_milliseconds_a_decimal_is_shown() {
        assertThat(LoadTable.millis(Duration.ofNanos(9_940_000))).isEqualTo("9.9");
        assertThat(LoadTable.millis(Duration.ofNanos(9_960_000))).isEqualTo("10");
        assertThat(LoadTable.millis(Duration.ZERO)).isEqualTo("0.0");
    }

    private static Latencies millis(long... millis) {
        return Latencies.of(Arrays.stream(millis).mapToObj(Duration::ofMillis).toList());
    }
}
