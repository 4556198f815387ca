package dev.snag.runtime.excuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ExcuseReason;
import org.junit.jupiter.api.Test;

class ExcuseTest {

    private static final Excuse STOPPED = new Excuse(60, ExcuseReason.STOP_THE_WORLD);
    private static final Excuse NO_CPU = new Excuse(100, ExcuseReason.NO_CPU);

    @Test
    void two_add_up_under_the_reason_of_the_larger() {
        assertThat(STOPPED.and(NO_CPU)).isEqualTo(new Excuse(160, ExcuseReason.NO_CPU));
        assertThat(STOPPED.and(Excuse.NONE)).isEqualTo(STOPPED);
    }

    @Test
    void of_two_of_which_one_is_part_of_the_other_the_larger_counts() {
        assertThat(STOPPED.or(NO_CPU)).isEqualTo(new Excuse(100, ExcuseReason.STOP_THE_WORLD));
        assertThat(new Excuse(40, ExcuseReason.STOP_THE_WORLD).or(NO_CPU)).isEqualTo(NO_CPU);
        assertThat(Excuse.NONE.or(Excuse.NONE)).isEqualTo(Excuse.NONE);
    }

    @Test
    void it_is_never_longer_than_the_whole() {
        assertThat(NO_CPU.atMost(30)).isEqualTo(new Excuse(30, ExcuseReason.NO_CPU));
        assertThat(NO_CPU.atMost(-1).nanos()).isZero();
    }

    @Test
    void less_than_a_fifth_of_the_whole_excuses_nothing() {
        assertThat(NO_CPU.ifMaterialTo(500)).isEqualTo(NO_CPU);
        assertThat(NO_CPU.ifMaterialTo(501)).isEqualTo(Excuse.NONE);
    }
}
