package dev.snag.runtime.monitor;

import static dev.snag.runtime.monitor.Simulation.T;
import static dev.snag.runtime.monitor.Simulation.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.snag.findings.Kind;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HoldIsReportedTest {

    private final Simulation simulation = new Simulation();
    private final SimulatedCarrier carrier = simulation.carrier("ForkJoinPool-1-worker-1");

    @Test
    void g10_a_hold_longer_than_the_threshold_is_reported_with_its_thread_and_carrier() {
        simulation.hold(carrier, 30, 250, Activity.reads());
        simulation.at(31, () -> assertThat(carrier.virtual()).isNotNull());

        simulation.run(1_000);

        HoldReport report = simulation.reports.getLast();
        assertThat(report.thread().name()).isEqualTo("order-17");
        assertThat(report.thread().id()).isPositive();
        assertThat(report.carrier().name()).isEqualTo("ForkJoinPool-1-worker-1");
        assertThat(report.carrier().id()).isEqualTo(carrier.thread().threadId());
        assertThat(report.diagnosis().cause().kind()).isEqualTo(Kind.BLOCKING_CALL);
    }

    @RepeatedTest(100)
    void g14_a_hold_of_1_2_thresholds_is_always_reported_once(RepetitionInfo trial) {
        var random = new Random(trial.getCurrentRepetition());
        // Up to half a threshold late each time, for want of a processor.
        simulation.monitorIsLate(due -> new Random(due).nextLong(T / 2 * Simulation.MILLI));
        simulation.hold(carrier, 200 + random.nextDouble(T), 1.2 * T, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings()).hasSize(1);
        assertThat(millis(simulation.findings().getFirst().nanos())).isEqualTo(1.2 * T, within(1e-3));
        assertThat(simulation.excuses).isEmpty();
    }

    @RepeatedTest(100)
    void g15_a_hold_of_0_8_thresholds_is_never_reported(RepetitionInfo trial) {
        var random = new Random(trial.getCurrentRepetition());
        simulation.monitorIsLate(due -> new Random(due).nextLong(3 * T * Simulation.MILLI));
        simulation.hold(carrier, 200 + random.nextDouble(T), 0.8 * T, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertThat(simulation.excuses).isEmpty();
    }

    @Test
    void a_hold_of_exactly_the_threshold_is_reported_and_one_of_a_nanosecond_less_is_not() {
        simulation.hold(carrier, 130, T, Activity.reads());
        simulation.hold(carrier, 430, T - 1e-6, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings()).hasSize(1);
        assertThat(simulation.findings().getFirst().nanos()).isEqualTo(T * Simulation.MILLI);
    }

    @Test
    void g16_one_hold_of_6_5_thresholds_is_one_finding_told_at_one_two_and_four_thresholds_and_at_its_end() {
        simulation.hold(carrier, 130, 6.5 * T, Activity.reads());

        simulation.run(2_000);

        assertThat(simulation.reports).extracting(HoldReport::number).containsOnly(1L);
        assertThat(simulation.reports).extracting(HoldReport::ongoing).containsExactly(true, true, true, false);
        assertThat(simulation.reports)
                .extracting(report -> millis(report.nanos()))
                .containsExactly(1.0 * T, 2.0 * T, 4.0 * T, 6.5 * T);
    }

    @Test
    void g17_the_length_is_measured_although_the_monitor_comes_late_to_the_threshold_and_to_the_end() {
        simulation.monitorIsLate(due -> 49 * Simulation.MILLI);
        simulation.hold(carrier, 130, 103, Activity.reads());

        simulation.run(1_000);

        HoldReport report = simulation.findings().getFirst();
        assertThat(millis(report.nanos())).isEqualTo(103, within(1e-6));
        assertThat(millis(report.threshold())).isEqualTo(T);
    }

    @Test
    void each_hold_has_a_number_of_its_own() {
        simulation.hold(carrier, 130, 150, Activity.reads());
        simulation.hold(carrier, 300, 150, Activity.reads());
        simulation.hold(carrier, 451, 150, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings()).extracting(HoldReport::number).containsExactly(1L, 2L, 3L);
    }

    @Test
    void two_holds_that_follow_each_other_at_once_are_two_findings() {
        simulation.at(130, () -> carrier.mount("first", Activity.reads()));
        simulation.at(280, () -> {
            carrier.unmount();
            carrier.mount("second", Activity.computes());
        });
        simulation.at(430, carrier::unmount);

        simulation.run(1_000);

        assertThat(simulation.findings())
                .extracting(report -> report.thread().name())
                .containsExactly("first", "second");
        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(150.0, 150.0);
    }

    @Test
    void a_hold_after_one_whose_end_was_not_noted_is_seen() {
        simulation.at(120, () -> carrier.mount("first", Activity.reads()));
        simulation.at(171, carrier::unmountWithoutNote);
        simulation.hold(carrier, 172, 150, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings()).extracting(HoldReport::nanos).containsExactly(150 * Simulation.MILLI);
    }

    @Test
    void a_hold_that_lasts_when_the_watch_ends_has_been_told() {
        simulation.at(130, () -> carrier.mount("hangs", Activity.reads()));

        simulation.run(10_000);
        simulation.monitor.finish();

        assertThat(simulation.reports).isNotEmpty().allMatch(HoldReport::ongoing);
        assertThat(millis(simulation.reports.getLast().nanos())).isEqualTo(10_000 - 130, within(1e-3));
    }

    @Test
    void a_hold_below_the_threshold_that_lasts_when_the_watch_ends_is_not_told() {
        simulation.at(130, () -> carrier.mount("begins", Activity.reads()));

        simulation.run(130 + 0.9 * T);
        simulation.monitor.finish();

        assertThat(simulation.reports).isEmpty();
    }

    @Test
    void a_thread_that_has_left_its_carrier_is_waited_for_until_its_hook_has_run() {
        simulation.at(130, () -> carrier.mount("ends", Activity.reads()));
        simulation.run(350);
        assertThat(simulation.monitor.someoneLetsGo()).isFalse();

        carrier.leave();
        assertThat(simulation.monitor.someoneLetsGo()).isTrue();

        simulation.at(360, carrier::unmount);
        simulation.run(1_000);
        assertThat(simulation.monitor.someoneLetsGo()).isFalse();
        assertThat(simulation.findings()).hasSize(1);
    }

    @Test
    void a_hold_that_ended_after_the_last_look_is_told_at_the_end() {
        simulation.hold(carrier, 130, 120, Activity.reads());

        simulation.run(251);
        simulation.reports.clear();
        simulation.monitor.finish();

        assertThat(simulation.findings()).hasSize(1);
    }
}
