package dev.snag.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.benchmarks.holds.HoldKind;
import dev.snag.benchmarks.holds.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelaysTest {
    private static final Truth HOLD = new Truth(7, HoldKind.CPU, 2.5, 1_000_000, 250_000_000, 250_100_000);

    @Test
    void theDelayIsFromTheDeadlineToTheFirstSighting() {
        Delays delays = Delays.of(List.of(HOLD), List.of(new Sighting(7, 1_103_000), new Sighting(7, 1_200_000)), 100);

        assertThat(delays).isEqualTo(new Delays(List.of(3.0), 0, 0));
    }

    @Test
    void aHoldWithoutALineIsUnseen() {
        assertThat(Delays.of(List.of(HOLD), List.of(new Sighting(8, 1_103_000)), 100))
                .isEqualTo(new Delays(List.of(), 1, 0));
    }

    @Test
    void aLineThatCameAfterTheEndIsLate() {
        assertThat(Delays.of(List.of(HOLD), List.of(new Sighting(7, 1_260_000)), 100))
                .isEqualTo(new Delays(List.of(160.0), 0, 1));
    }
}
