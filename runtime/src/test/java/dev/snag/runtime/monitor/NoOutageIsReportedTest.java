package dev.snag.runtime.monitor;

import static dev.snag.runtime.monitor.Simulation.MILLI;
import static dev.snag.runtime.monitor.Simulation.T;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Kind;
import dev.snag.runtime.options.Thresholds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Beside each reason to report an outage stands one not to; there are two carriers. */
class NoOutageIsReportedTest {

    private Simulation simulation = new Simulation();

    @AfterEach
    void no_outage_is_told() {
        assertThat(simulation.outages).isEmpty();
        assertThat(simulation.failures).isEmpty();
    }

    private SimulatedScheduler scheduler() {
        return simulation.jvm.scheduler;
    }

    private void alwaysQueued() {
        simulation.at(0, () -> scheduler().queued = 100);
    }

    @Test
    void a_busy_scheduler_that_goes_on_is_none_and_costs_no_dear_question() {
        SimulatedCarrier first = simulation.carrier("worker-1");
        SimulatedCarrier second = simulation.carrier("worker-2");
        alwaysQueued();
        for (int i = 0; i < 500; i++) {
            simulation.hold(first, i * 20, 19, Activity.computes());
            simulation.hold(second, i * 20 + 7, 19, Activity.computes());
        }
        simulation.run(500 * 20);
        assertThat(scheduler().polls()).isZero();
        assertThat(scheduler().dearQuestions()).isZero();
    }

    @Test
    void a_carrier_that_is_held_for_long_while_the_other_one_goes_on_is_none() {
        SimulatedCarrier first = simulation.carrier("worker-1");
        SimulatedCarrier second = simulation.carrier("worker-2");
        alwaysQueued();
        simulation.hold(first, 10, 3_000, Activity.computes());
        for (int i = 0; i < 150; i++) {
            simulation.hold(second, i * 20, 19, Activity.computes());
        }
        simulation.run(2_990);
        assertThat(simulation.reports).as("the hold itself").isNotEmpty();
    }

    @Test
    void all_held_below_the_threshold_is_none() {
        SimulatedCarrier first = simulation.carrier("worker-1");
        SimulatedCarrier second = simulation.carrier("worker-2");
        alwaysQueued();
        for (int i = 0; i < 50; i++) {
            simulation.hold(first, i * 95, 94, Activity.computes());
            simulation.hold(second, i * 95, 94, Activity.computes());
        }
        simulation.run(50 * 95);
    }

    @Test
    void all_held_for_long_while_nobody_waits_is_none() {
        simulation.hold(simulation.carrier("worker-1"), 100, 2_000, Activity.sleepsPinned());
        simulation.hold(simulation.carrier("worker-2"), 100, 2_000, Activity.sleepsPinned());
        simulation.run(3_000);
        assertThat(simulation.reports).isNotEmpty();
    }

    @Test
    void an_idle_scheduler_is_none() {
        simulation.hold(simulation.carrier("worker-1"), 100, 5, Activity.computes());
        simulation.run(100_000);
        assertThat(scheduler().dearQuestions()).isZero();
    }

    @Test
    void carriers_that_are_idle_and_get_no_processor_to_take_the_queue_are_none() {
        simulation.hold(simulation.carrier("worker-1"), 100, 5, Activity.computes());
        simulation.hold(simulation.carrier("worker-2"), 100, 2_000, Activity.sleepsPinned());
        simulation.at(200, () -> scheduler().queued = 3);
        simulation.run(2_000);
    }

    @Test
    void a_stop_of_the_world_is_none() {
        SimulatedCarrier first = simulation.carrier("worker-1");
        SimulatedCarrier second = simulation.carrier("worker-2");
        alwaysQueued();
        simulation.hold(first, 1_000, 2_080, Activity.computes());
        simulation.hold(second, 1_000, 2_080, Activity.computes());
        simulation.stopTheWorld(1_060, 2_000);
        simulation.at(3_081, () -> scheduler().queued = 0);
        simulation.run(4_000);
    }

    @Test
    void a_stopped_process_is_none() {
        SimulatedCarrier first = simulation.carrier("worker-1");
        SimulatedCarrier second = simulation.carrier("worker-2");
        alwaysQueued();
        simulation.hold(first, 1_000, 2_080, Activity.computes());
        simulation.hold(second, 1_000, 2_080, Activity.computes());
        simulation.stopProcess(1_060, 2_000);
        simulation.at(3_081, () -> scheduler().queued = 0);
        simulation.run(4_000);
    }

    @Test
    void carriers_that_compute_and_get_a_tenth_of_a_processor_are_none() {
        simulation.hold(
                simulation.carrier("worker-1"),
                100,
                500,
                Activity.computes().withCpu(0.1).withQueued(0.9));
        simulation.hold(
                simulation.carrier("worker-2"),
                100,
                500,
                Activity.computes().withCpu(0.1).withQueued(0.9));
        simulation.at(100, () -> scheduler().queued = 3);
        simulation.at(600, () -> scheduler().queued = 0);
        simulation.run(2_000);
    }

    @Test
    void a_debugger_that_suspends_one_of_them_is_none() {
        alwaysQueued();
        simulation.hold(simulation.carrier("worker-1"), 100, 5_000, Activity.sleepsPinned());
        simulation.hold(
                simulation.carrier("worker-2"),
                100,
                5_000,
                Activity.standsStill().suspendedByDebugger());
        simulation.run(4_000);
    }

    @Test
    void a_debugger_that_has_just_let_them_go_on_is_none() {
        SimulatedCarrier first = simulation.carrier("worker-1");
        SimulatedCarrier second = simulation.carrier("worker-2");
        alwaysQueued();
        for (SimulatedCarrier carrier : List.of(first, second)) {
            scheduler().stick(carrier);
            simulation.hold(carrier, 100, 900, Activity.standsStill().suspendedByDebugger());
            simulation.at(600, carrier::leave);
        }
        simulation.at(1_001, () -> scheduler().queued = 0);
        simulation.run(1_500);
        assertThat(scheduler().dearQuestions()).as("it was looked at").isPositive();
    }

    @Test
    void a_debugger_that_suspends_threads_before_they_begin_is_none() {
        SimulatedCarrier first = simulation.carrier("worker-1");
        SimulatedCarrier second = simulation.carrier("worker-2");
        alwaysQueued();
        for (SimulatedCarrier carrier : List.of(first, second)) {
            scheduler().stick(carrier);
            simulation.at(100, () -> carrier.announce(Thread.ofVirtual().unstarted(() -> {})));
        }
        simulation.run(3_000);
        assertThat(scheduler().dearQuestions()).as("it was looked at").isPositive();
    }

    @Test
    void carriers_that_are_between_two_threads_and_get_no_processor_are_none() {
        SimulatedCarrier first = simulation.carrier("worker-1");
        SimulatedCarrier second = simulation.carrier("worker-2");
        alwaysQueued();
        for (SimulatedCarrier carrier : List.of(first, second)) {
            scheduler().stick(carrier);
            simulation.hold(carrier, 100, 5, Activity.computes());
            simulation.at(105, carrier::queueUp);
        }
        simulation.run(1_000);
        assertThat(scheduler().dearQuestions()).as("it was looked at").isPositive();
    }

    @Test
    void carriers_of_a_scheduler_of_the_programs_own_are_none() {
        SimulatedCarrier first = simulation.carrier("my-worker-1");
        SimulatedCarrier second = simulation.carrier("my-worker-2");
        scheduler().disown(first);
        scheduler().disown(second);
        alwaysQueued();
        simulation.hold(first, 100, 2_000, Activity.sleepsPinned());
        simulation.hold(second, 100, 2_000, Activity.sleepsPinned());
        simulation.run(3_000);
        assertThat(simulation.reports).as("the holds themselves").isNotEmpty();
    }

    @Test
    void holds_of_code_that_does_not_count_are_none() {
        simulation = new Simulation(Thresholds.of(T * MILLI), new Scope(List.of(), List.of("com.acme")));
        alwaysQueued();
        simulation.hold(simulation.carrier("worker-1"), 100, 2_000, Activity.sleepsPinned());
        simulation.hold(simulation.carrier("worker-2"), 100, 2_000, Activity.sleepsPinned());
        simulation.run(3_000);
        assertThat(simulation.reports).isEmpty();
    }

    @Test
    void switched_off_it_is_not_looked_for() {
        simulation = new Simulation(new Thresholds(T * MILLI, Map.of(Kind.STARVATION, Thresholds.OFF)), Scope.ALL);
        alwaysQueued();
        simulation.hold(simulation.carrier("worker-1"), 100, 2_000, Activity.sleepsPinned());
        simulation.hold(simulation.carrier("worker-2"), 100, 2_000, Activity.sleepsPinned());
        simulation.run(3_000);
        assertThat(scheduler().polls()).isZero();
        assertThat(simulation.reports).isNotEmpty();
    }

    @Test
    void a_mount_that_comes_while_the_carriers_are_looked_at_ends_the_suspicion() {
        SimulatedCarrier first = simulation.carrier("worker-1");
        simulation.hold(first, 100, 2_000, Activity.sleepsPinned());
        SimulatedCarrier second = simulation.carrier("worker-2");
        alwaysQueued();
        for (int i = 0; i < 20; i++) {
            simulation.hold(second, 100 + i * 150, 149, Activity.sleepsPinned());
        }
        simulation.run(2_000);
    }
}
