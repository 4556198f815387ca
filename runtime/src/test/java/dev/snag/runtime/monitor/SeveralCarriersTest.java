package dev.snag.runtime.monitor;

import static dev.snag.runtime.monitor.Simulation.T;
import static dev.snag.runtime.monitor.Simulation.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.slots.HandBridge;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class SeveralCarriersTest {

    private final Simulation simulation = new Simulation();

    @Test
    void g23_holds_on_several_carriers_at_once_are_one_finding_each_with_its_own_carrier_and_thread() {
        for (int i = 0; i < 8; i++) {
            SimulatedCarrier carrier = simulation.carrier("carrier-" + i);
            String name = "thread-" + i;
            simulation.at(200 + 7 * i, () -> carrier.mount(name, Activity.reads()));
            simulation.at(200 + 7 * i + 110 + i, carrier::unmount);
        }

        simulation.run(1_000);

        assertThat(simulation.findings())
                .extracting(report ->
                        report.carrier().name() + " " + report.thread().name() + " " + millis(report.nanos()))
                .containsExactlyInAnyOrder(
                        "carrier-0 thread-0 110.0",
                        "carrier-1 thread-1 111.0",
                        "carrier-2 thread-2 112.0",
                        "carrier-3 thread-3 113.0",
                        "carrier-4 thread-4 114.0",
                        "carrier-5 thread-5 115.0",
                        "carrier-6 thread-6 116.0",
                        "carrier-7 thread-7 117.0");
    }

    @Test
    void g51_a_carrier_that_appears_later_is_watched_from_its_first_mount_on() {
        simulation.at(5_000, () -> {
            SimulatedCarrier late = simulation.carrier("late");
            simulation.at(5_130, late::unmount);
            late.mount("first ever", Activity.reads());
        });

        simulation.run(6_000);

        assertThat(simulation.findings()).hasSize(1);
        assertThat(millis(simulation.findings().getFirst().nanos())).isEqualTo(130);
    }

    @Test
    void g56_a_carrier_that_has_ended_is_forgotten_and_its_mounts_still_count() {
        SimulatedCarrier carrier = simulation.carrier("short-lived");
        simulation.hold(carrier, 10, 5, Activity.reads());
        simulation.at(50, () -> over(carrier));

        simulation.run(1_000);

        assertThat(HandBridge.knows(carrier.slot())).isFalse();
        assertThat(simulation.slots.present()).isEmpty();
        assertThat(simulation.slots.mounts()).isEqualTo(1);
        assertThat(simulation.jvm.asked()).contains("forget");
    }

    @Test
    void a_carrier_that_ends_right_after_a_hold_takes_nothing_with_it() {
        SimulatedCarrier carrier = simulation.carrier("short-lived");
        simulation.hold(carrier, 10, 130, Activity.reads());
        simulation.at(140, () -> over(carrier));

        simulation.run(1_000);

        assertThat(simulation.findings()).hasSize(1);
        assertThat(simulation.findings().getFirst().carrier().id()).isPositive();
    }

    @Test
    void the_other_carriers_are_watched_on_when_one_ends() {
        SimulatedCarrier first = simulation.carrier("ends");
        SimulatedCarrier second = simulation.carrier("stays");
        simulation.hold(first, 10, 5, Activity.reads());
        simulation.hold(second, 30, 300, Activity.reads());
        simulation.at(50, () -> over(first));

        simulation.run(1_000);

        assertThat(simulation.findings())
                .extracting(report -> report.carrier().name())
                .containsExactly("stays");
    }

    @Test
    void g55_the_monitor_keeps_neither_a_virtual_thread_nor_a_carrier_that_are_over() {
        var references = watchOneThatEnds();

        simulation.run(1_000);

        assertThat(simulation.findings()).hasSize(1);
        for (WeakReference<?> reference : references) {
            assertThat(isCollected(reference)).isTrue();
        }
    }

    private WeakReference<?>[] watchOneThatEnds() {
        SimulatedCarrier carrier = simulation.carrier("garbage");
        var virtual = new WeakReference<?>[1];
        simulation.at(10, () -> virtual[0] = new WeakReference<>(carrier.mount("garbage", Activity.reads())));
        simulation.run(10 + 2 * T);
        carrier.unmount();
        var platform = new WeakReference<>(carrier.thread());
        carrier.dropThread();
        return new WeakReference<?>[] {virtual[0], platform};
    }

    static boolean isCollected(WeakReference<?> reference) {
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    @Test
    void a_carrier_of_our_own_is_left_out() {
        SimulatedCarrier own = simulation.carrier("snag-monitor");
        SimulatedCarrier other = simulation.carrier("theirs");
        simulation.monitor.ignore(own.thread().threadId());
        simulation.hold(own, 10, 500, Activity.reads());
        simulation.hold(other, 10, 500, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings())
                .extracting(report -> report.carrier().name())
                .containsExactly("theirs");
    }

    private static void over(SimulatedCarrier carrier) {
        try {
            carrier.end();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
