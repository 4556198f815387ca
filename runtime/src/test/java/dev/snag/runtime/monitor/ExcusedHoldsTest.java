package dev.snag.runtime.monitor;

import static dev.snag.runtime.monitor.Simulation.T;
import static dev.snag.runtime.monitor.Simulation.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Kind;
import org.junit.jupiter.api.Test;

class ExcusedHoldsTest {

    private final Simulation simulation = new Simulation();
    private final SimulatedCarrier carrier = simulation.carrier("carrier");

    @Test
    void g24_a_computation_that_is_long_only_by_a_collection_is_excused_and_counted() {
        simulation.stopTheWorld(180, 180);
        simulation.hold(carrier, 120, 250, Activity.computes());

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertExcused(ExcuseReason.STOP_THE_WORLD, 250);
    }

    @Test
    void a_collection_in_the_midst_of_a_look_counts_for_what_that_look_collects() {
        simulation.at(120, () -> carrier.mount("order-17", Activity.computes()));
        simulation.at(190, () -> simulation.stopTheWorldInTheNextLook(200, carrier::unmount));
        simulation.at(190, simulation::wake);

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertExcused(ExcuseReason.STOP_THE_WORLD, 270);
    }

    @Test
    void a_stop_of_the_process_in_the_midst_of_a_look_counts_for_what_that_look_collects() {
        simulation.at(120, () -> carrier.mount("order-17", Activity.computes()));
        simulation.at(190, () -> simulation.stopProcessInTheNextLook(200, carrier::unmount));
        simulation.at(190, simulation::wake);

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertExcused(ExcuseReason.PROCESS_STOPPED, 270);
    }

    @Test
    void a_look_that_takes_long_while_the_hold_computes_excuses_nobody() {
        simulation.at(120, () -> carrier.mount("order-17", Activity.computes()));
        simulation.at(190, () -> simulation.delayInTheNextLook(200, carrier::unmount));
        simulation.at(190, simulation::wake);

        simulation.run(1_000);

        assertThat(simulation.excuses).isEmpty();
        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(270.0);
    }

    @Test
    void g24_a_stall_of_the_whole_process_is_excused_and_counted() {
        simulation.stopProcess(180, 620);
        simulation.hold(carrier, 120, 700, Activity.computes());

        simulation.run(2_000);

        assertThat(simulation.reports).isEmpty();
        assertExcused(ExcuseReason.PROCESS_STOPPED, 700);
    }

    @Test
    void g24_a_monitor_that_is_late_for_want_of_a_processor_excuses_nobody() {
        simulation.monitorIsLate(due -> 45 * Simulation.MILLI);
        simulation.hold(carrier, 120, 150, Activity.computes());

        simulation.run(1_000);

        assertThat(simulation.findings()).hasSize(1);
        assertThat(simulation.findings().getFirst().excuse().nanos()).isZero();
    }

    @Test
    void a_pause_that_leaves_a_threshold_of_the_programs_own_doing_is_a_finding_with_the_rest_excused() {
        simulation.stopTheWorld(250, 200);
        simulation.hold(carrier, 120, 500, Activity.computes());

        simulation.run(1_000);

        HoldReport report = simulation.findings().getFirst();
        assertThat(report.excuse().reason()).isEqualTo(ExcuseReason.STOP_THE_WORLD);
        assertThat(millis(report.excuse().nanos())).isGreaterThanOrEqualTo(200);
        assertThat(millis(report.nanos())).isEqualTo(500);
    }

    @Test
    void a_pause_in_the_midst_of_a_wait_did_not_prolong_it() {
        simulation.stopTheWorld(200, 100);
        simulation.hold(carrier, 120, 250, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings()).hasSize(1);
        assertThat(simulation.findings().getFirst().excuse().nanos()).isZero();
        assertThat(simulation.excuses).isEmpty();
    }

    @Test
    void a_thread_that_lets_go_waits_for_nothing_so_that_each_pause_in_its_midst_counts() {
        simulation.stopTheWorld(150, 400);
        simulation.stopTheWorld(555, 400);
        simulation.stopTheWorld(960, 400);
        simulation.hold(carrier, 120, 1_245, Activity.yields());

        simulation.run(3_000);

        assertThat(simulation.reports).isEmpty();
        assertThat(simulation.excuses).hasSize(1);
    }

    @Test
    void a_wait_that_was_over_but_could_not_return_for_a_pause_is_excused() {
        simulation.stopTheWorld(190, 180);
        simulation.hold(carrier, 120, 251, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertExcused(ExcuseReason.STOP_THE_WORLD, 251);
    }

    @Test
    void g25_a_thread_that_a_debugger_has_suspended_is_excused() {
        simulation.hold(carrier, 120, 10_000, Activity.standsStill().suspendedByDebugger());

        simulation.run(12_000);

        assertThat(simulation.reports).isEmpty();
        assertExcused(ExcuseReason.DEBUGGER, 10_000);
    }

    @Test
    void g25_a_thread_that_a_debugger_has_suspended_before_it_could_begin_is_excused() {
        Thread thread = Thread.ofVirtual().unstarted(() -> {});
        simulation.at(120, () -> carrier.announce(thread));
        simulation.at(740, () -> carrier.begin(Activity.computes(), thread));
        simulation.at(742, carrier::unmount);

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertExcused(ExcuseReason.DEBUGGER, 622);
    }

    @Test
    void a_carrier_that_gets_no_processor_before_it_can_begin_is_excused() {
        simulation.at(10, () -> carrier.mount("before", Activity.computes()));
        simulation.at(12, carrier::unmount);
        simulation.at(12, () -> carrier.mountWithoutProcessor("order-17"));
        simulation.at(290, () -> carrier.turnTo(Activity.computes()));
        simulation.at(292, carrier::unmount);

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertExcused(ExcuseReason.NO_CPU, 280);
    }

    @Test
    void a_thread_that_begins_late_and_then_holds_for_a_threshold_is_told() {
        Thread thread = Thread.ofVirtual().unstarted(() -> {});
        simulation.at(120, () -> carrier.announce(thread));
        simulation.at(740, () -> carrier.begin(Activity.reads(), thread));
        simulation.at(860, carrier::unmount);

        simulation.run(1_000);

        assertThat(simulation.findings()).hasSize(1);
        assertThat(simulation.findings().getFirst().excuse().reason()).isEqualTo(ExcuseReason.DEBUGGER);
    }

    @Test
    void a_computation_that_gets_a_quarter_of_a_processor_is_excused_until_it_has_used_a_threshold() {
        simulation.hold(carrier, 120, 300, Activity.computes().withCpu(0.25).withQueued(0.75));
        simulation.hold(carrier, 1_000, 500, Activity.computes().withCpu(0.25).withQueued(0.75));

        simulation.run(2_000);

        assertExcused(ExcuseReason.NO_CPU, 300);
        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(500.0);
    }

    @Test
    void native_code_that_waits_for_a_processor_is_excused() {
        simulation.hold(carrier, 120, 150, Activity.reads().withCpu(0.1).withQueued(0.9));

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertExcused(ExcuseReason.NO_CPU, 150);
    }

    @Test
    void a_carrier_that_waits_for_a_lock_of_the_jdks_timer_is_excused() {
        simulation.hold(carrier, 120, 300, Activity.schedulesItsSleep());

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertExcused(ExcuseReason.NO_CPU, 300);
    }

    @Test
    void what_was_computed_before_is_told_without_that_wait() {
        simulation.at(120, () -> carrier.mount("order-17", Activity.computes()));
        simulation.at(260, () -> carrier.turnTo(Activity.schedulesItsSleep()));
        simulation.at(400, carrier::unmount);

        simulation.run(1_000);

        assertThat(simulation.findings())
                .extracting(report -> report.diagnosis().cause().kind())
                .containsExactly(Kind.CPU);
    }

    @Test
    void the_part_of_a_mixed_hold_that_parks_is_no_want_of_a_processor() {
        simulation.at(120, () -> carrier.mount("mixed", Activity.computes()));
        simulation.at(200, () -> carrier.turnTo(Activity.sleepsPinned()));
        simulation.at(270, carrier::unmount);

        simulation.run(1_000);

        assertThat(simulation.excuses).isEmpty();
        assertThat(simulation.findings())
                .extracting(report -> report.diagnosis().cause().kind() + " " + millis(report.nanos()))
                .containsExactly("CPU 150.0");
    }

    @Test
    void the_part_of_a_mixed_hold_that_reads_is_no_want_of_a_processor() {
        simulation.at(120, () -> carrier.mount("mixed", Activity.computes()));
        simulation.at(210, () -> carrier.turnTo(Activity.reads()));
        simulation.at(290, carrier::unmount);

        simulation.run(1_000);

        assertThat(simulation.excuses).isEmpty();
        assertThat(simulation.findings()).hasSize(1);
    }

    @Test
    void a_carrier_that_is_blocked_for_all_its_hold_is_not_excused_for_using_no_processor() {
        simulation.hold(carrier, 120, 150, Activity.entersMonitor());
        simulation.hold(carrier, 420, 150, Activity.sleepsPinned());
        simulation.hold(carrier, 720, 150, Activity.standsStill().inNativeCode());

        simulation.run(1_000);

        assertThat(simulation.excuses).isEmpty();
        assertThat(simulation.findings())
                .extracting(report -> report.diagnosis().cause().kind())
                .containsExactly(Kind.MONITOR, Kind.PINNED, Kind.BLOCKING_CALL);
    }

    @Test
    void nor_is_it_where_the_kernel_tells_of_the_waits_of_another_thread_that_is_taken_for_it() {
        simulation.hold(carrier, 120, 150, Activity.entersMonitor().withQueued(0.8));
        simulation.hold(carrier, 420, 150, Activity.sleepsPinned().withQueued(0.8));

        simulation.run(1_000);

        assertThat(simulation.excuses).isEmpty();
        assertThat(simulation.findings())
                .extracting(report -> report.diagnosis().cause().kind())
                .containsExactly(Kind.MONITOR, Kind.PINNED);
    }

    @Test
    void an_excused_hold_that_is_shorter_than_the_threshold_is_not_even_counted() {
        simulation.stopTheWorld(140, 60);
        simulation.hold(carrier, 120, 0.9 * T, Activity.computes());

        simulation.run(1_000);

        assertThat(simulation.excuses).isEmpty();
    }

    @Test
    void what_was_computed_before_the_processor_was_lost_is_not_excused_with_the_rest() {
        simulation.at(51, () -> carrier.mount("order-17", Activity.computes()));
        simulation.monitorIsLate(due -> simulation.millisNow() > 60 ? 0 : 60 * Simulation.MILLI);
        simulation.at(165, () -> carrier.turnTo(Activity.standsStill().withQueued(1)));
        simulation.at(300, carrier::unmount);

        simulation.run(1_000);

        assertThat(simulation.excuses).isEmpty();
        assertThat(simulation.findings()).hasSize(1);
    }

    private void assertExcused(ExcuseReason reason, double millis) {
        assertThat(simulation.excuses)
                .extracting(report -> report.excuse().reason() + " " + millis(report.nanos()))
                .containsExactly(reason + " " + millis);
        assertThat(simulation.excuses).noneMatch(HoldReport::ongoing);
    }
}
