package dev.snag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.UnmountAssertion.Measured;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnmountAssertionTest {

    private static final long MILLI = 1_000_000;
    private static final Duration MAXIMUM = Duration.ofMillis(100);

    private static Measured measured(long unmounts, long elapsed, long longest, long begin) {
        return new Measured(unmounts, elapsed * MILLI, longest * MILLI, begin * MILLI, null);
    }

    @Test
    void g62_without_a_maximum_one_unmount_is_enough_and_none_is_not() {
        assertThat(UnmountAssertion.judge(null, measured(1, 900, 900, 0))).isNull();
        assertThat(UnmountAssertion.judge(null, measured(0, 1, 1, 0)))
                .isEqualTo("the body never let go of its carrier in its 1.0 ms: what it waits for does not unmount the"
                        + " virtual thread, or it waits for nothing");
    }

    @Test
    void g63_with_a_maximum_a_fast_body_passes_without_an_unmount() {
        assertThat(UnmountAssertion.judge(MAXIMUM, measured(0, 1, 1, 0))).isNull();
        assertThat(UnmountAssertion.judge(MAXIMUM, measured(0, 100, 100, 0))).isNull();
    }

    @Test
    void g67_the_sum_does_not_matter() {
        assertThat(UnmountAssertion.judge(MAXIMUM, measured(80, 1_600, 25, 0))).isNull();
    }

    @Test
    void g64_the_message_has_elapsed_maximum_and_where_it_was() {
        assertThat(UnmountAssertion.judge(MAXIMUM, measured(3, 812, 350, 103)))
                .isEqualTo("the body kept its carrier for 350.0 ms without letting go, at most 100.0 ms is fine: from"
                        + " 103.0 ms to 453.0 ms of 812.0 ms, in which it let go 3 times\nwhere it was is not known: it had"
                        + " let go before anybody looked");
        StackTraceElement[] stack = {new StackTraceElement("com.acme.Jobs", "run", "Jobs.java", 12)};
        assertThat(UnmountAssertion.judge(MAXIMUM, new Measured(1, 200 * MILLI, 101 * MILLI, 0, stack)))
                .endsWith("it let go 1 time\nit was here:\n    at com.acme.Jobs.run(Jobs.java:12)");
    }
}
