package dev.snag.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MedianIntervalTest {

    @Test
    void tenSamplesGiveTheSecondToTheNinthAsTablesOfTheSignTestSay() {
        MedianInterval interval = MedianInterval.of(oneTo(10), 0.95);

        assertThat(interval.low()).isEqualTo(2);
        assertThat(interval.high()).isEqualTo(9);
        assertThat(interval.confidence()).isCloseTo(0.9785, within(0.0001));
    }

    @Test
    void thirtySamplesGiveTheTenthToTheTwentyFirst() {
        MedianInterval interval = MedianInterval.of(oneTo(30), 0.95);

        assertThat(interval.low()).isEqualTo(10);
        assertThat(interval.high()).isEqualTo(21);
        assertThat(interval.confidence()).isCloseTo(0.9572, within(0.0001));
    }

    @Test
    void tooFewSamplesGiveTheirRangeAndSayHowLittleItIsWorth() {
        MedianInterval interval = MedianInterval.of(oneTo(3), 0.95);

        assertThat(interval.low()).isEqualTo(1);
        assertThat(interval.high()).isEqualTo(3);
        assertThat(interval.confidence()).isEqualTo(0.75);
    }

    @Test
    void oneSampleIsWorthNothing() {
        assertThat(MedianInterval.of(oneTo(1), 0.95)).isEqualTo(new MedianInterval(1, 1, 0));
    }

    private static Samples oneTo(int last) {
        return Samples.of(
                DoubleStream.iterate(1, value -> value + 1).limit(last).toArray());
    }
}
