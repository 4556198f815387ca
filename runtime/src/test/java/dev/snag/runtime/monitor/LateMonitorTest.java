package dev.snag.runtime.monitor;

import static dev.snag.runtime.monitor.Simulation.MILLI;
import static dev.snag.runtime.monitor.Simulation.T;
import static dev.snag.runtime.monitor.Simulation.millis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The machine is too busy for the monitor to come in time. */
class LateMonitorTest {

    private static final long NOT_YET = 700 * MILLI;

    private final Simulation simulation = new Simulation();
    private final SimulatedCarrier carrier = simulation.carrier("ForkJoinPool-1-worker-1");

    @Test
    void a_hold_that_ended_while_it_had_no_processor_itself_is_excused_with_its_measured_length() {
        comesFirstAfter(NOT_YET);
        simulation.hold(carrier, 10, 300, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertThat(excused()).containsExactly("NO_CPU 300.0");
    }

    @Test
    void its_pinned_parks_are_told_all_the_same() {
        comesFirstAfter(NOT_YET);
        simulation.at(10, () -> carrier.mount("order-17", starved()));
        simulation.at(110, () -> carrier.turnTo(Activity.sleepsPinned()));
        simulation.at(230, () -> carrier.turnTo(starved()));
        simulation.at(400, carrier::unmount);

        simulation.run(1_000);

        assertThat(simulation.excuses).isEmpty();
        assertThat(simulation.findings())
                .extracting(report -> report.diagnosis().cause().kind() + " " + millis(report.nanos()))
                .containsExactly("PINNED 390.0");
    }

    @Test
    void one_that_ended_while_it_was_busy_with_something_else_is_told_with_its_measured_length() {
        missesInItsFirstLook(300, Activity.reads());

        simulation.run(2_000);

        assertThat(simulation.excuses).isEmpty();
        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(300.0);
    }

    @Test
    void of_several_that_ended_before_the_first_look_the_longest_is_kept() {
        comesFirstAfter(NOT_YET);
        simulation.hold(carrier, 10, 120, Activity.reads());
        simulation.hold(carrier, 200, 250, Activity.reads());
        simulation.hold(carrier, 500, 130, Activity.reads());

        simulation.run(1_000);

        assertThat(excused()).containsExactly("NO_CPU 250.0");
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
    void a_watched_hold_and_a_longer_one_that_was_missed_are_two_and_only_the_watched_one_is_told() {
        simulation.monitorIsLate(due -> simulation.millisNow() > 200 ? 400 * MILLI : 0);
        simulation.run(1_000);
        double look = simulation.nextLook();
        simulation.hold(carrier, look - 60, 120, Activity.reads()); // flagged at the look
        simulation.hold(carrier, look + 70, 200, Activity.reads());

        simulation.run(3_000);

        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(120.0);
        assertThat(excused()).containsExactly("NO_CPU 200.0");
    }

    @Test
    void a_monitor_that_comes_in_time_has_no_other_ends_noted() {
        simulation.hold(carrier, 10, 5, Activity.reads());
        simulation.run(500);

        assertThat(carrier.slot().notesEachEnd()).isFalse();
    }

    @Test
    void a_hold_that_it_missed_and_that_was_long_only_for_want_of_a_processor_is_excused() {
        misses(300, starved());

        assertThat(simulation.reports).isEmpty();
        assertThat(simulation.excuses)
                .extracting(report -> report.excuse().reason() + " " + millis(report.nanos()))
                .containsExactly("NO_CPU 300.0");
    }

    @Test
    void a_hold_that_it_missed_and_that_is_proved_to_have_computed_for_a_threshold_among_starved_ones_is_told() {
        misses(380, Activity.computes());

        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(380.0);
    }

    @Test
    void a_hold_that_it_missed_and_that_blocked_for_a_threshold_among_starved_ones_is_told() {
        misses(105, Activity.reads());

        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(105.0);
    }

    @Test
    void where_the_kernel_does_not_tell_a_hold_that_it_missed_for_want_of_a_processor_is_excused_too() {
        simulation.jvm.silenceKernel(true);
        misses(300, starved());

        assertThat(simulation.reports).isEmpty();
        assertThat(excused()).containsExactly("NO_CPU 300.0");
    }

    @Test
    void and_one_that_it_missed_for_other_reasons_is_told_when_the_vm_has_had_its_time() {
        simulation.jvm.silenceKernel(true);
        missesInItsFirstLook(300, starved());
        simulation.run(340);
        assertThat(simulation.findings()).isEmpty();

        simulation.run(3_000);

        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(300.0);
    }

    @Test
    void what_waits_for_its_judgement_is_judged_at_the_end() {
        simulation.jvm.silenceKernel(true);
        missesInItsFirstLook(300, starved());
        simulation.run(330);
        assertThat(simulation.findings()).isEmpty();

        simulation.monitor.finish();

        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(300.0);
    }

    @Test
    void its_first_look_at_a_hold_of_a_threshold_is_followed_by_a_second_one_before_it_is_told() {
        simulation.jvm.silenceKernel(true);
        comesFirstAfter(NOT_YET);
        simulation.hold(carrier, 10, 900, Activity.standsStill().withQueued(1));
        simulation.run(2_000);

        assertThat(simulation.reports).isEmpty();
        assertThat(simulation.excuses)
                .extracting(report -> millis(report.nanos()))
                .containsExactly(900.0);
    }

    @Test
    void at_the_end_there_is_no_second_look_to_wait_for() {
        comesFirstAfter(NOT_YET);
        simulation.at(10, () -> carrier.mount("order-17", Activity.reads()));
        simulation.run(710);

        simulation.monitor.finish();

        assertThat(simulation.reports).extracting(HoldReport::ongoing).containsExactly(true);
    }

    @Test
    void one_that_ends_while_the_first_look_at_it_waits_for_a_processor_is_excused_too() {
        simulation.hold(carrier, 10, 20, starved());
        // For half of the time it waits for one that has no processor.
        Activity starved = Activity.computes().withCpu(0.02).withQueued(0.5);
        simulation.at(120, () -> carrier.mount("order-17", starved));
        simulation.jvm.whileAStackIsTaken(() -> {
            simulation.takesAsLong(300);
            carrier.unmount();
        });

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertThat(excused()).hasSize(1).first().asString().startsWith("NO_CPU 3");
    }

    private List<String> excused() {
        return simulation.excuses.stream()
                .map(report -> report.excuse().reason() + " " + millis(report.nanos()))
                .toList();
    }

    private static Activity starved() {
        return Activity.computes().withCpu(0.02).withQueued(0.98);
    }

    /** One hold among short ones of a carrier that never rests, none of which gets a processor; it is the only one of a threshold. */
    private void misses(double length, Activity doing) {
        simulation.monitorIsLate(due -> simulation.millisNow() > 200 ? 400 * MILLI : 0);
        for (int i = 0; i < 50; i++) {
            simulation.hold(carrier, 10 + i * 20, 20, starved());
        }
        simulation.hold(carrier, 1_010, length, doing);
        for (int i = 0; i < 100; i++) {
            simulation.hold(carrier, 1_010 + length + i * 20, 20, starved());
        }
        simulation.run(4_000);
    }

    /** A hold that begins and ends while it is busy with its first look. */
    private void missesInItsFirstLook(double length, Activity doing) {
        simulation.delayInTheNextLook(10, () -> {
            carrier.mount("order-17", doing);
            simulation.delayInTheNextLook((long) length, carrier::unmount);
        });
    }

    private void comesFirstAfter(long nanos) {
        simulation.monitorIsLate(due -> simulation.looks() == 0 ? nanos : 0);
    }
}
