package dev.snag.runtime.service;

import static dev.snag.runtime.service.MemoryLevel.Verdict.NOTHING;
import static dev.snag.runtime.service.MemoryLevel.Verdict.OVER;
import static dev.snag.runtime.service.MemoryLevel.Verdict.UNDER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryLevelTest {

    private final MemoryLevel level = new MemoryLevel(100);

    @Test
    void g60_below_from_the_beginning_is_nothing() {
        assertThat(level.of(50)).isEqualTo(NOTHING);
        assertThat(level.of(100)).isEqualTo(NOTHING);
        assertThat(level.of(1)).isEqualTo(NOTHING);
    }

    @Test
    void g60_above_is_told_once_and_again_only_on_growth() {
        assertThat(level.of(101)).isEqualTo(OVER);
        assertThat(level.of(101)).isEqualTo(NOTHING);
        assertThat(level.of(150)).isEqualTo(OVER);
        assertThat(level.of(120)).isEqualTo(NOTHING);
        assertThat(level.of(150)).isEqualTo(NOTHING);
        assertThat(level.of(151)).isEqualTo(OVER);
    }

    @Test
    void g60_the_return_below_is_told_once_and_then_it_begins_anew() {
        assertThat(level.of(200)).isEqualTo(OVER);
        assertThat(level.of(90)).isEqualTo(UNDER);
        assertThat(level.of(80)).isEqualTo(NOTHING);
        assertThat(level.of(110)).isEqualTo(OVER);
    }
}
