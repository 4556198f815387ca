package dev.snag.runtime.monitor;

import static dev.snag.runtime.monitor.Simulation.MILLI;
import static dev.snag.runtime.monitor.Simulation.T;
import static dev.snag.runtime.monitor.Simulation.millis;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The machine is too busy for the monitor to come in time. */
class LateMonitorTest {

    private static final long NOT_YET = 700 * MILLI;

    private final Simulation simulation = new Simulation();
    private final SimulatedCarrier carrier = simulation.carrier("ForkJoinPool-1-worker-1");

    @Test
    void a_hold_that_ended_before_the_first_look_is_told_with_its_measured_length() {
        comesFirstAfter(NOT_YET);
        simulation.hold(carrier, 10, 300, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings()).hasSize(1);
        assertThat(millis(simulation.findings().getFirst().nanos())).isEqualTo(300);
    }

    @Test
    void of_several_that_ended_before_the_first_look_the_longest_is_told() {
        comesFirstAfter(NOT_YET);
        simulation.hold(carrier, 10, 120, Activity.reads());
        simulation.hold(carrier, 200, 250, Activity.reads());
        simulation.hold(carrier, 500, 130, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(250.0);
    }

    @Test
    void what_ended_before_the_first_look_and_is_below_the_threshold_is_not_told() {
        comesFirstAfter(NOT_YET);
        simulation.hold(carrier, 10, 0.9 * T, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertThat(simulation.excuses).isEmpty();
    }

    @Test
    void a_hold_that_goes_on_at_the_first_look_is_one() {
        comesFirstAfter(NOT_YET);
        simulation.hold(carrier, 10, 900, Activity.reads());

        simulation.run(2_000);

        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(900.0);
        assertThat(simulation.reports).extracting(HoldReport::number).containsOnly(1L);
    }

    @Test
    void once_it_has_come_late_holds_that_it_misses_are_told_all_the_same() {
        simulation.monitorIsLate(due -> simulation.millisNow() > 200 ? 400 * MILLI : 0);
        simulation.run(1_000);
        simulation.hold(carrier, 1_010, 300, Activity.reads());

        simulation.run(3_000);

        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(300.0);
    }

    @Test
    void a_watched_hold_and_a_longer_one_that_was_missed_are_two() {
        simulation.monitorIsLate(due -> simulation.millisNow() > 200 ? 400 * MILLI : 0);
        simulation.run(1_000);
        double look = simulation.nextLook();
        simulation.hold(carrier, look - 60, 120, Activity.reads()); // flagged at the look
        simulation.hold(carrier, look + 70, 200, Activity.reads());

        simulation.run(3_000);

        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactlyInAnyOrder(120.0, 200.0);
    }

    @Test
    void a_monitor_that_comes_in_time_has_no_other_ends_noted() {
        simulation.hold(carrier, 10, 5, Activity.reads());
        simulation.run(500);

        assertThat(carrier.slot().notesEachEnd()).isFalse();
    }

    private void comesFirstAfter(long nanos) {
        simulation.monitorIsLate(due -> simulation.looks() == 0 ? nanos : 0);
    }
}
