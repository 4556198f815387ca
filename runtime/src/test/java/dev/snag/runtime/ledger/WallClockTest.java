package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WallClockTest {

    private static final long MILLI = 1_000_000;
    private static final Instant TIME = Instant.parse("2026-11-24T10:15:30.123456789Z");

    private Instant now = TIME;
    private long nanos = Long.MAX_VALUE - 5;
    private final WallClock clock = new WallClock(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            () -> nanos);

    @Test
    void a_nano_time_becomes_the_time_of_day_at_which_it_was() {
        nanos = 500 * MILLI;

        assertThat(clock.at(nanos)).isEqualTo(TIME);
        assertThat(clock.at(nanos - 200 * MILLI)).isEqualTo(TIME.minusMillis(200));
        assertThat(clock.now()).isEqualTo(TIME);
    }

    @Test
    void the_same_nano_time_is_the_same_time_though_the_clocks_drift_a_little() {
        nanos = 500 * MILLI;
        Instant first = clock.at(100);
        nanos += 1_000 * MILLI;
        now = now.plusMillis(1_004);

        assertThat(clock.at(100)).isEqualTo(first);
    }

    @Test
    void when_the_clock_was_set_times_follow_it() {
        nanos = 500 * MILLI;
        clock.at(nanos);
        now = now.plusSeconds(3_600);

        assertThat(clock.at(nanos)).isEqualTo(TIME.plusSeconds(3_600));
    }

    @Test
    void nano_times_may_overflow() {
        assertThat(clock.at(nanos)).isEqualTo(TIME);
        assertThat(clock.at(nanos - MILLI)).isEqualTo(TIME.minusMillis(1));
    }
}
