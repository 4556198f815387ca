package dev.snag.samples.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final Latencies UP_TO_200_MS = Latencies.of(IntStream.rangeClosed(1, 200)
            .map(millis -> 201 - millis)
            .mapToObj(Duration::ofMillis)
            .toList());

    @Test
    void a_percentile_is_the_shortest_that_so_many_are_not_longer_than() {
        assertThat(UP_TO_200_MS.percentile(50)).isEqualTo(Duration.ofMillis(100));
        assertThat(UP_TO_200_MS.percentile(99)).isEqualTo(Duration.ofMillis(198));
        assertThat(UP_TO_200_MS.percentile(0.1)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void the_longest_is_the_hundredth_percentile() {
        assertThat(UP_TO_200_MS.max()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void one_is_all_of_its_percentiles() {
        Latencies one = Latencies.of(List.of(Duration.ofMillis(7)));

        assertThat(one.percentile(1)).isEqualTo(one.max()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void none_took_no_time() {
        assertThat(Latencies.of(List.of()).percentile(50)).isZero();
    }

    @Test
    void what_is_no_percentage_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> UP_TO_200_MS.percentile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> UP_TO_200_MS.percentile(101));
    }
}
