package dev.snag.runtime.monitor;

import static dev.snag.runtime.monitor.Simulation.T;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.diagnosis.Stacks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Beside each reason to report stands one not to. */
class NoHoldIsReportedTest {

    private final Simulation simulation = new Simulation();

    @AfterEach
    void nothing_is_said() {
        assertThat(simulation.reports).isEmpty();
        assertThat(simulation.excuses).isEmpty();
        assertThat(simulation.failures).isEmpty();
    }

    @Test
    void g8_without_any_mount_there_is_no_report() {
        simulation.run(100 * T);

        assertThat(simulation.looks()).isPositive();
    }

    @Test
    void g9_a_thread_that_was_replaced_since_the_last_look_is_not_reported() {
        SimulatedCarrier carrier = simulation.carrier("carrier");
        for (int i = 0; i < 50; i++) {
            int start = 60 * i;
            simulation.at(start, () -> carrier.mount("one of many", Activity.computes()));
            simulation.at(start + 60, carrier::unmount);
        }

        simulation.run(50 * 60);
    }

    @Test
    void g11_a_thread_that_is_parked_and_unmounted_for_ten_thresholds_is_not_reported() {
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.hold(carrier, 10, 20, Activity.reads());
        simulation.hold(carrier, 30 + 10 * T, 20, Activity.reads());

        simulation.run(12 * T);
    }

    @Test
    void a_thread_that_waits_for_the_end_of_the_jvm_is_not_reported() {
        SimulatedCarrier carrier = simulation.carrier("carrier");
        var exits = Activity.entersMonitor();
        exits.frames = Stacks.of(
                Stacks.jdk("java.lang.Shutdown.exit:163"), Stacks.jdk("java.lang.Runtime.exit:188"), Stacks.LOAD);
        simulation.at(10, () -> carrier.mount("exits", exits));

        simulation.run(10 * T);
        simulation.monitor.finish();
    }

    @Test
    void g12_a_carrier_that_waits_for_work_is_not_reported() {
        simulation.carrier("idle");

        simulation.run(50 * T);

        assertThat(simulation.jvm.stacks()).isZero();
    }

    @Test
    void g13_ten_holds_of_0_6_thresholds_with_an_unmount_between_them_are_not_reported() {
        SimulatedCarrier carrier = simulation.carrier("carrier");
        for (int i = 0; i < 10; i++) {
            simulation.hold(carrier, 100 + i * 0.6 * T, 0.6 * T, Activity.reads());
        }

        simulation.run(20 * T);
    }

    @Test
    void a_hold_that_ends_in_the_very_moment_in_which_it_is_flagged_is_over_for_the_monitor_too() {
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.at(120, () -> carrier.mount("first", Activity.reads()));
        simulation.at(171, carrier::unmountWithoutNote);
        simulation.hold(carrier, 172, 70, Activity.reads());

        simulation.run(1_000);
    }

    @Test
    void a_storm_of_mounts_shorter_than_half_a_threshold_costs_two_looks_a_threshold_and_no_stack() {
        SimulatedCarrier carrier = simulation.carrier("carrier");
        for (int i = 0; i < 10_000; i++) {
            simulation.hold(carrier, i * 0.1, 0.09, Activity.computes());
        }

        simulation.run(1_000);

        assertThat(simulation.looks()).isLessThanOrEqualTo(2 * 1_000 / T + 1);
        assertThat(simulation.jvm.stacks()).isZero();
    }
}
