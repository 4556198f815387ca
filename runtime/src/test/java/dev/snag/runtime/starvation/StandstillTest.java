package dev.snag.runtime.starvation;

import static dev.snag.runtime.starvation.Carriers.MILLI;
import static dev.snag.runtime.starvation.Carriers.compensated;
import static dev.snag.runtime.starvation.Carriers.computes;
import static dev.snag.runtime.starvation.Carriers.excused;
import static dev.snag.runtime.starvation.Carriers.outOfScope;
import static dev.snag.runtime.starvation.Carriers.pinned;
import static dev.snag.runtime.starvation.Carriers.reads;
import static dev.snag.runtime.starvation.Carriers.withNothingMounted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Severity;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.starvation.Standstill.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two carriers may run at a time, and the threshold is 100 ms. */
class StandstillTest {

    private static final long T = 100 * MILLI;
    private static final long SINCE = -40 * MILLI;

    static Stream<Arguments> table() {
        return Stream.of(
                of("all held, long enough", Verdict.STARVED, 100, 1, 0, pinned(1), pinned(2)),
                of("a millisecond too early", Verdict.NOT_YET, 99, 1, 0, pinned(1), pinned(2)),
                of("nobody waits", Verdict.NOTHING_QUEUES, 5_000, 0, 0, pinned(1), pinned(2)),
                of("one is idle", Verdict.CARRIER_IS_FREE, 5_000, 9, 1, pinned(1)),
                of("all are idle and got no processor", Verdict.CARRIER_IS_FREE, 5_000, 9, 2),
                of("one has not been started yet", Verdict.CARRIER_IS_FREE, 5_000, 9, 0, pinned(1)),
                of(
                        "the one that was added is idle",
                        Verdict.CARRIER_IS_FREE,
                        5_000,
                        9,
                        1,
                        compensated(reads(1)),
                        pinned(2)),
                of(
                        "the one that was added is held",
                        Verdict.STARVED,
                        500,
                        9,
                        0,
                        compensated(reads(1)),
                        pinned(2),
                        pinned(3)),
                of("one that was added before may not run", Verdict.STARVED, 500, 9, 1, pinned(1), pinned(2)),
                of("nothing is mounted", Verdict.STARVED, 500, 1, 0, withNothingMounted(1), withNothingMounted(2)),
                of("all compute", Verdict.STARVED, 500, 1, 0, computes(1), computes(2)),
                of("none counts", Verdict.OUT_OF_SCOPE, 500, 1, 0, outOfScope(pinned(1)), outOfScope(pinned(2))),
                of("one of them counts", Verdict.STARVED, 500, 1, 0, outOfScope(pinned(1)), pinned(2)),
                of(
                        "one got no processor for most of it",
                        Verdict.NOT_YET,
                        150,
                        1,
                        0,
                        pinned(1),
                        excused(computes(2), 90, ExcuseReason.NO_CPU)),
                of(
                        "a bit of noise",
                        Verdict.STARVED,
                        110,
                        1,
                        0,
                        pinned(1),
                        excused(computes(2), 20, ExcuseReason.NO_CPU)),
                of(
                        "a debugger holds one of them",
                        Verdict.NOT_YET,
                        60_000,
                        1,
                        0,
                        pinned(1),
                        excused(computes(2), 60_000, ExcuseReason.DEBUGGER)));
    }

    private static Arguments of(String name, Verdict verdict, long millis, long queued, int idle, Held... held) {
        return Arguments.of(name, verdict, standstill(millis, queued, idle, Excuse.NONE, held));
    }

    private static Standstill standstill(long millis, long queued, int idle, Excuse pauses, Held... held) {
        return new Standstill(SINCE, SINCE + millis * MILLI, 2, queued, List.of(held), idle, pauses);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("table")
    void the_verdict_is_as_the_table_says(String name, Verdict verdict, Standstill standstill) {
        assertThat(standstill.verdict(T)).isEqualTo(verdict);
    }

    @Test
    void a_process_that_stood_still_is_no_outage_and_one_that_went_on_after_it_is() {
        var stopped = new Excuse(3_000 * MILLI, ExcuseReason.PROCESS_STOPPED);
        Standstill during = standstill(3_050, 4, 0, stopped, computes(1), computes(2));
        assertThat(during.verdict(T)).isEqualTo(Verdict.NOT_YET);
        assertThat(during.missing(T)).isEqualTo(50 * MILLI);
        assertThat(standstill(3_100, 4, 0, stopped, computes(1), computes(2)).verdict(T))
                .isEqualTo(Verdict.STARVED);
    }

    @Test
    void the_excuse_of_a_carrier_that_was_out_of_luck_counts_once() {
        Standstill both = standstill(
                500,
                1,
                0,
                Excuse.NONE,
                excused(computes(1), 200, ExcuseReason.NO_CPU),
                excused(computes(2), 300, ExcuseReason.NO_CPU));
        assertThat(both.excuse().nanos()).isEqualTo(300 * MILLI);
    }

    @Test
    void it_is_an_error_unless_all_that_is_behind_it_are_warnings() {
        assertThat(standstill(500, 1, 0, Excuse.NONE, computes(1), computes(2)).severity())
                .isEqualTo(Severity.WARNING);
        assertThat(standstill(500, 1, 0, Excuse.NONE, computes(1), pinned(2)).severity())
                .isEqualTo(Severity.ERROR);
        assertThat(standstill(500, 1, 0, Excuse.NONE, computes(1), compensated(reads(2)), computes(3))
                        .severity())
                .as("a carrier was added, and is lost as well")
                .isEqualTo(Severity.ERROR);
    }
}
