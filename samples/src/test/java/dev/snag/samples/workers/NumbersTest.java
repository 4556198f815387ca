package dev.snag.samples.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final long BEGIN = -7;
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private static Asked asked(double seconds, double millis, Asked.End end) {
        return new Asked(BEGIN + (long) (seconds * 1e9), millis, end);
    }

    @Test
    void only_what_is_begun_within_the_window_counts() {
        var all = List.of(
                asked(-0.001, 1, Asked.End.DONE),
                asked(0, 2, Asked.End.DONE),
                asked(9.999, 4, Asked.End.DONE),
                asked(10, 8, Asked.End.DONE));

        Numbers numbers = Numbers.of(all, BEGIN, WINDOW);

        assertThat(numbers.requests()).isEqualTo(2);
        assertThat(numbers.donePerSecond()).isEqualTo(0.2);
        assertThat(numbers.p99Millis()).isEqualTo(4);
    }

    @Test
    void percentiles_are_of_all_requests_and_rates_of_those_that_were_answered_well() {
        var all = new ArrayList<Asked>();
        for (int i = 1; i <= 98; i++) {
            all.add(asked(1, i, Asked.End.DONE));
        }
        all.add(asked(1, 2_000, Asked.End.TIMED_OUT));
        all.add(asked(1, 0.5, Asked.End.REFUSED));

        Numbers numbers = Numbers.of(all, BEGIN, WINDOW);

        assertThat(numbers.donePerSecond()).isEqualTo(9.8);
        assertThat(numbers.p50Millis()).isEqualTo(49);
        assertThat(numbers.p99Millis()).isEqualTo(98);
        assertThat(numbers.refused()).isEqualTo(1);
        assertThat(numbers.timedOut()).isEqualTo(1);
        assertThat(numbers.unanswered()).isEqualTo(2);
    }

    @Test
    void nothing_asked_is_nothing() {
        Numbers numbers = Numbers.of(List.of(), BEGIN, WINDOW);

        assertThat(numbers).isEqualTo(new Numbers(0, 0, 0, 0, 0, 0));
        assertThat(numbers.unanswered()).isZero();
    }

    @Test
    void a_percentile_is_of_the_nearest_rank() {
        double[] four = {10, 20, 30, 40};
        assertThat(Numbers.percentile(four, 50)).isEqualTo(20);
        assertThat(Numbers.percentile(four, 51)).isEqualTo(30);
        assertThat(Numbers.percentile(four, 99)).isEqualTo(40);
    }
}
