package dev.snag.runtime.monitor;

import static dev.snag.runtime.monitor.Simulation.MILLI;
import static dev.snag.runtime.monitor.Simulation.T;
import static dev.snag.runtime.monitor.Simulation.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Kind;
import dev.snag.runtime.options.Thresholds;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    @Test
    void g6_a_lower_threshold_takes_effect_by_the_next_look() {
        var simulation = new Simulation();
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.hold(carrier, 10, 60, Activity.reads());
        simulation.at(200, () -> change(simulation, 50 * MILLI));
        simulation.hold(carrier, 210, 60, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings())
                .extracting(report -> millis(report.threshold()))
                .containsExactly(50.0);
    }

    @Test
    void g6_a_hold_that_lasts_already_is_judged_by_the_new_threshold_at_once() {
        var simulation = new Simulation(Thresholds.of(3_600_000L * MILLI), Scope.ALL);
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.at(10, () -> carrier.mount("hangs", Activity.reads()));
        simulation.at(2_000_000, () -> change(simulation, T * MILLI));

        simulation.run(2_000_100);

        assertThat(simulation.reports).isNotEmpty();
    }

    @Test
    void g6_a_higher_threshold_takes_effect_by_the_next_look() {
        var simulation = new Simulation();
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.at(20, () -> change(simulation, 500 * MILLI));
        simulation.hold(carrier, 210, 400, Activity.reads());
        simulation.hold(carrier, 1_000, 600, Activity.reads());

        simulation.run(2_000);

        assertThat(simulation.findings())
                .extracting(report -> millis(report.nanos()))
                .containsExactly(600.0);
    }

    @Test
    void g5_off_watches_nothing_looks_once_a_second_and_can_be_turned_on_again() {
        var simulation = new Simulation(Thresholds.of(Thresholds.OFF), Scope.ALL);
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.hold(carrier, 10, 5_000, Activity.reads());
        simulation.run(6_000);
        assertThat(simulation.reports).isEmpty();
        assertThat(simulation.looks()).isLessThanOrEqualTo(7);
        assertThat(carrier.slot().watched()).isFalse();

        simulation.at(6_000, () -> change(simulation, T * MILLI));
        simulation.hold(carrier, 6_100, 150, Activity.reads());
        simulation.run(7_000);

        assertThat(simulation.findings()).hasSize(1);
    }

    @Test
    void a_kind_has_the_threshold_of_its_own() {
        var simulation = new Simulation(thresholds(Kind.CPU, 500 * MILLI), Scope.ALL);
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.hold(carrier, 100, 400, Activity.computes());
        simulation.hold(carrier, 1_000, 600, Activity.computes());
        simulation.hold(carrier, 2_000, 150, Activity.reads());

        simulation.run(3_000);

        assertThat(simulation.findings())
                .extracting(report -> report.diagnosis().cause().kind() + " " + millis(report.nanos()) + " of "
                        + millis(report.threshold()))
                .containsExactly("CPU 600.0 of 500.0", "BLOCKING_CALL 150.0 of 100.0");
    }

    @Test
    void a_kind_with_a_higher_threshold_is_told_while_it_lasts_as_soon_as_that_has_passed() {
        var simulation = new Simulation(thresholds(Kind.CPU, 500 * MILLI), Scope.ALL);
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.hold(carrier, 100, 5_000, Activity.computes());

        simulation.run(700);

        assertThat(millis(simulation.reports.getFirst().nanos())).isBetween(500.0, 501.0);
    }

    @Test
    void a_kind_with_a_lower_threshold_is_caught_by_it() {
        var simulation = new Simulation(thresholds(Kind.PINNED, 20 * MILLI), Scope.ALL);
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.hold(carrier, 100, 25, Activity.sleepsPinned());
        simulation.hold(carrier, 200, 25, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings())
                .extracting(report -> report.diagnosis().cause().kind())
                .containsExactly(Kind.PINNED);
    }

    @Test
    void a_kind_that_is_off_is_never_reported_and_costs_few_looks() {
        var simulation = new Simulation(thresholds(Kind.CPU, Thresholds.OFF), Scope.ALL);
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.hold(carrier, 100, 60_000, Activity.computes());
        simulation.hold(carrier, 70_000, 150, Activity.reads());

        simulation.run(71_000);

        assertThat(simulation.findings())
                .extracting(report -> report.diagnosis().cause().kind())
                .containsExactly(Kind.BLOCKING_CALL);
        assertThat(simulation.excuses).isEmpty();
        assertThat(simulation.jvm.stacks()).isLessThan(20);
    }

    private static Thresholds thresholds(Kind kind, long nanos) {
        return new Thresholds(T * MILLI, Map.of(kind, nanos));
    }

    private static void change(Simulation simulation, long nanos) {
        simulation.monitor.setThresholds(Thresholds.of(nanos));
        simulation.wake();
    }

    @Test
    void what_ended_unseen_before_the_threshold_was_lowered_is_judged_by_the_old_one() {
        var changing = new Simulation();
        SimulatedCarrier other = changing.carrier("carrier");
        changing.monitor.setThresholds(Thresholds.of(60_000 * Simulation.MILLI));
        changing.hold(other, 10, 1_500, Activity.reads());
        changing.run(2_000);
        changing.monitor.setThresholds(Thresholds.of(50 * Simulation.MILLI));
        changing.wake();
        changing.run(3_000);

        assertThat(changing.reports).isEmpty();
    }
}
