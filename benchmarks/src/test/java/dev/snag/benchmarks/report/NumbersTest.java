package dev.snag.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.benchmarks.statistics.Rounds;
import dev.snag.benchmarks.statistics.Samples;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void threeDigitsCount() {
        assertThat(Numbers.plain(0.0123)).isEqualTo("0.012");
        assertThat(Numbers.plain(1.234)).isEqualTo("1.23");
        assertThat(Numbers.plain(-12.34)).isEqualTo("-12.3");
        assertThat(Numbers.plain(12345.6)).isEqualTo("12346");
    }

    @Test
    void aMedianComesWithItsRange() {
        assertThat(Numbers.medianAndRange(Samples.of(1, 2, 30))).isEqualTo("2.00 (1.00 … 30.0)");
    }

    @Test
    void onlyWhatComesAfterTheBaselineIsComparedWithIt() {
        Rounds rounds = new Rounds();
        for (int round = 0; round < 6; round++) {
            rounds.add("none", 100);
            rounds.add("snag", 101);
        }

        assertThat(Numbers.over(rounds, "none", "none")).isEqualTo("–");
        assertThat(Numbers.over(rounds, "snag", "none")).isEqualTo("1.00 [1.00, 1.00] at 97 %");
        assertThat(Numbers.percentOver(rounds, "snag", "none")).isEqualTo("+1.00 % [+1.00 %, +1.00 %] at 97 %");
        assertThat(Numbers.percentOver(rounds, "none", "snag")).isEqualTo("–");
    }
}
