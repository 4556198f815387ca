package dev.snag.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoundsTest {
    private final Rounds rounds = new Rounds();

    @Test
    void variantsAreComparedWithinARound() {
        // The host was three times slower in the second round.
        rounds.add("none", 100);
        rounds.add("snag", 110);
        rounds.add("snag", 330);
        rounds.add("none", 300);

        assertThat(rounds.differences("snag", "none").min()).isEqualTo(10);
        assertThat(rounds.differences("snag", "none").max()).isEqualTo(30);
        assertThat(rounds.ratios("snag", "none").min()).isEqualTo(1.1);
        assertThat(rounds.ratios("snag", "none").max()).isEqualTo(1.1);
    }

    @Test
    void roundsThatMissAVariantAreRefused() {
        rounds.add("none", 100);
        rounds.add("none", 101);
        rounds.add("snag", 110);

        assertThatThrownBy(() -> rounds.ratios("snag", "none")).hasMessage("snag has 1 rounds and none has 2");
    }

    @Test
    void aVariantThatWasNotMeasuredIsRefused() {
        rounds.add("none", 100);

        assertThatThrownBy(() -> rounds.of("snag")).hasMessage("no round of snag; there are [none]");
    }
}
