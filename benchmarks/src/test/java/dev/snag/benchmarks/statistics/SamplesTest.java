package dev.snag.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Samples.of(9, 1, 4).median()).isEqualTo(4);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Samples.of(1, 2, 4, 9).median()).isEqualTo(3);
    }

    @Test
    void quantilesAreInterpolatedBetweenNeighbours() {
        Samples samples = Samples.of(List.of(10.0, 20.0, 30.0, 40.0, 50.0));

        assertThat(samples.quantile(0)).isEqualTo(10);
        assertThat(samples.quantile(0.9)).isEqualTo(46);
        assertThat(samples.quantile(1)).isEqualTo(50);
    }

    @Test
    void theGivenArrayStaysAsItWas() {
        double[] given = {3, 1, 2};

        assertThat(Samples.of(given).min()).isEqualTo(1);
        assertThat(given).containsExactly(3, 1, 2);
    }

    @Test
    void nothingMeasuredIsRefused() {
        assertThatThrownBy(() -> Samples.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing was measured");
    }
}
