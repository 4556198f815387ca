package dev.snag.runtime.monitor;

import static dev.snag.runtime.monitor.Simulation.MILLI;
import static dev.snag.runtime.monitor.Simulation.T;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Kind;
import dev.snag.findings.Severity;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.starvation.Held;
import dev.snag.runtime.starvation.OutageReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two carriers, of which both are held while threads queue. */
class OutageIsReportedTest {

    private Simulation simulation = new Simulation();

    @AfterEach
    void nothing_went_wrong() {
        assertThat(simulation.failures).isEmpty();
    }

    private SimulatedScheduler scheduler() {
        return simulation.jvm.scheduler;
    }

    private void holdBoth(double from, double millis, Activity first, Activity second) {
        simulation.hold(simulation.carrier("worker-1"), from, millis, first);
        simulation.hold(simulation.carrier("worker-2"), from, millis, second);
    }

    private void queue(double from, double until, long length) {
        simulation.at(from, () -> scheduler().queued = length);
        simulation.at(until, () -> scheduler().queued = 0);
    }

    @Test
    void it_is_told_while_it_lasts_and_once_more_when_threads_are_mounted_again() {
        holdBoth(1_000, 2_000, Activity.sleepsPinned(), Activity.reads());
        queue(1_000, 3_001, 3);
        SimulatedCarrier third = simulation.carrier("worker-3");
        simulation.hold(third, 3_000, 1, Activity.computes());

        simulation.run(1_000 + 3 * T);
        assertThat(simulation.outages).isNotEmpty().allMatch(OutageReport::ongoing);

        simulation.run(4_000);
        OutageReport last = simulation.outages.getLast();
        assertThat(last.ongoing()).isFalse();
        assertThat(simulation.outages.stream().map(OutageReport::number).distinct())
                .hasSize(1);
        assertThat(last.standstill().since() / MILLI).isBetween(0L, Long.MAX_VALUE);
        assertThat(Simulation.millis(last.nanos())).isBetween(2_000.0 - T, 2_000.0);
        assertThat(last.standstill().queued()).isEqualTo(3);
        assertThat(last.standstill().severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void it_lists_what_holds_each_carrier() {
        holdBoth(1_000, 2_000, Activity.sleepsPinned(), Activity.reads());
        queue(1_000, 4_000, 1);

        simulation.run(1_500);
        List<Held> held = simulation.outages.getLast().standstill().held();
        assertThat(held).extracting(one -> one.carrier().name()).containsExactly("worker-1", "worker-2");
        assertThat(held).extracting(one -> one.cause().kind()).containsExactly(Kind.PINNED, Kind.BLOCKING_CALL);
        assertThat(held).extracting(one -> one.thread().name()).containsOnly("order-17");
        assertThat(held).noneMatch(one -> one.frames().isEmpty());
    }

    @Test
    void it_is_told_at_ever_longer_intervals() {
        holdBoth(1_000, 100_000, Activity.sleepsPinned(), Activity.reads());
        queue(1_000, 200_000, 1);

        simulation.run(100_000);
        assertThat(simulation.outages).hasSizeBetween(8, 12);
    }

    @Test
    void carriers_that_are_stuck_with_nothing_mounted_are_one_too() {
        SimulatedCarrier first = simulation.carrier("worker-1");
        SimulatedCarrier second = simulation.carrier("worker-2");
        simulation.hold(first, 100, 5, Activity.computes());
        simulation.at(1_000, () -> {
            scheduler().stick(first);
            scheduler().stick(second);
            scheduler().queued = 1;
        });

        simulation.run(2_000);
        List<Held> held = simulation.outages.getLast().standstill().held();
        assertThat(held).hasSize(2).allMatch(one -> one.thread() == null);
        assertThat(simulation.reports).isEmpty();
    }

    @Test
    void it_has_a_threshold_of_its_own() {
        simulation = new Simulation(new Thresholds(T * MILLI, Map.of(Kind.STARVATION, 1_000 * MILLI)), Scope.ALL);
        holdBoth(1_000, 900, Activity.sleepsPinned(), Activity.reads());
        queue(1_000, 1_900, 1);
        simulation.run(2_500);
        assertThat(simulation.outages).isEmpty();

        holdBoth(3_000, 1_500, Activity.sleepsPinned(), Activity.reads());
        queue(3_000, 4_500, 1);
        simulation.run(5_000);
        assertThat(simulation.outages).isNotEmpty();
        assertThat(simulation.outages.getFirst().threshold()).isEqualTo(1_000 * MILLI);
    }

    @Test
    void one_that_only_it_is_watched_for_is_found_as_well() {
        simulation = new Simulation(new Thresholds(Thresholds.OFF, Map.of(Kind.STARVATION, T * MILLI)), Scope.ALL);
        holdBoth(1_000, 900, Activity.sleepsPinned(), Activity.reads());
        queue(1_000, 1_900, 1);
        simulation.run(2_500);
        assertThat(simulation.outages).isNotEmpty();
        assertThat(simulation.reports).isEmpty();
    }

    @Test
    void after_one_has_ended_the_next_one_is_another() {
        for (int from : new int[] {1_000, 3_000}) {
            holdBoth(from, 1_000, Activity.sleepsPinned(), Activity.reads());
            queue(from, from + 1_000, 1);
        }
        simulation.run(5_000);
        assertThat(simulation.outages.stream().filter(report -> !report.ongoing()))
                .hasSize(2)
                .extracting(OutageReport::number)
                .doesNotHaveDuplicates();
    }

    @Test
    void one_that_has_ended_since_the_last_look_is_told_at_the_end_of_the_watch() {
        holdBoth(1_000, 1_000, Activity.sleepsPinned(), Activity.reads());
        queue(1_000, 5_000, 1);
        SimulatedCarrier third = simulation.carrier("worker-3");
        simulation.run(1_999);
        assertThat(simulation.outages.getLast().ongoing()).isTrue();
        third.mount("late", Activity.computes());
        simulation.monitor.finish();
        assertThat(simulation.outages.getLast().ongoing()).isFalse();
    }
}
