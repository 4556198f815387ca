package dev.snag.runtime.monitor;

import static dev.snag.runtime.diagnosis.Stacks.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.snag.findings.Kind;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Stacks;
import dev.snag.runtime.jvm.Jvm.Initializer;
import org.junit.jupiter.api.Test;

/** What the monitor asks of the JVM, when, and what becomes of it. */
class LooksTest {

    private final Simulation simulation = new Simulation();
    private final SimulatedCarrier carrier = simulation.carrier("carrier");

    @Test
    void a_stack_that_was_taken_while_the_thread_let_go_is_not_shown() {
        SimulatedCarrier other = simulation.carrier("other");
        simulation.at(120, () -> carrier.mount("moves on", Activity.reads()));
        simulation.jvm.whileAStackIsTaken(() -> {
            Thread virtual = carrier.virtual();
            if (virtual != null && simulation.millisNow() >= 220) {
                carrier.unmount();
                other.mount(virtual, Activity.reads().with(Stacks.reading(app("com.innocent.Code.run:1"))));
            }
        });
        simulation.at(230, () -> other.unmount());

        simulation.run(1_000);

        assertThat(simulation.findings()).hasSize(1);
        HoldReport report = simulation.findings().getFirst();
        assertThat(report.thread().name()).isEqualTo("moves on");
        assertThat(report.diagnosis().frames()).contains(Stacks.LOAD);
        assertThat(report.diagnosis().frames().toString()).doesNotContain("innocent");
    }

    @Test
    void g32_a_hold_whose_stack_could_not_be_taken_is_still_a_finding() {
        simulation.jvm.goBlind();
        simulation.hold(carrier, 120, 150, Activity.reads());

        simulation.run(1_000);

        HoldReport report = simulation.findings().getFirst();
        assertThat(Simulation.millis(report.nanos())).isEqualTo(150);
        assertThat(report.thread().name()).isNull();
        assertThat(report.thread().id()).isPositive();
        assertThat(report.diagnosis().frames()).isEmpty();
        assertThat(report.diagnosis().why())
                .isEqualTo("It let go before the monitor, which woke late, could look, so what it did is not known;"
                        + " perhaps it computed while the machine was busy.");
    }

    @Test
    void g31_the_stack_contains_the_users_frame_that_made_the_call() {
        simulation.hold(carrier, 120, 150, Activity.reads());

        simulation.run(1_000);

        Diagnosis diagnosis = simulation.findings().getFirst().diagnosis();
        assertThat(diagnosis.frames().get(diagnosis.offender())).isEqualTo(Stacks.LOAD);
    }

    @Test
    void g22_the_stack_is_that_of_the_held_thread_and_never_the_monitors_own() {
        simulation.hold(carrier, 120, 150, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings().getFirst().diagnosis().frames())
                .isEqualTo(Stacks.reading(Stacks.LOAD))
                .noneMatch(frame -> frame.getClassName().startsWith("dev.snag."));
    }

    @Test
    void dear_questions_are_asked_only_of_holds_over_the_threshold() {
        simulation.hold(carrier, 120, 80, Activity.reads());
        simulation.hold(carrier, 320, 80, Activity.entersMonitor());
        simulation.hold(carrier, 520, 80, Activity.standsStill());

        simulation.run(1_000);

        assertThat(simulation.jvm.stacks()).isPositive();
        assertThat(simulation.jvm.asked()).doesNotContain("owner", "descriptor", "initializers");
    }

    @Test
    void all_threads_are_asked_for_class_initializers_only_where_java_code_stands_still() {
        simulation.hold(carrier, 120, 300, Activity.computes());
        simulation.run(500);
        assertThat(simulation.jvm.asked()).doesNotContain("initializers");

        var initializing = new Initializer("com.acme.orders.Rates", new ThreadRef("main", 1));
        simulation.hold(carrier, 620, 300, Activity.standsStill().whileInitializing(initializing));
        simulation.run(1_000);

        assertThat(simulation.jvm.asked()).contains("initializers");
        assertThat(simulation.findings().getLast().diagnosis().cause().kind()).isEqualTo(Kind.CLASS_INIT_WAIT);
    }

    @Test
    void nor_where_it_wants_a_processor() {
        simulation.hold(carrier, 120, 300, Activity.standsStill().withCpu(0.02).withQueued(0.98));
        simulation.run(600);

        assertThat(simulation.excuses).hasSize(1);
        assertThat(simulation.jvm.asked()).doesNotContain("initializers");
    }

    @Test
    void a_thread_does_not_wait_for_an_initializer_it_runs_itself() {
        simulation.hold(carrier, 120, 300, Activity.standsStill().inInitializerOf("com.acme.orders.Rates"));

        simulation.run(1_000);

        assertThat(simulation.jvm.asked()).contains("initializers");
        assertThat(simulation.reports)
                .noneMatch(report -> report.diagnosis().cause().kind() == Kind.CLASS_INIT_WAIT);
    }

    /** A snapshot leaks a handle on JDK 26 and 27. */
    @Test
    void only_a_thread_at_a_monitor_is_asked_for_it() {
        simulation.hold(carrier, 120, 150, Activity.reads());
        simulation.hold(carrier, 320, 150, Activity.computes());
        simulation.hold(carrier, 520, 150, Activity.sleepsPinned());
        simulation.run(700);
        assertThat(simulation.reports).isNotEmpty();
        assertThat(simulation.jvm.asked()).doesNotContain("monitor");

        simulation.hold(carrier, 720, 150, Activity.entersMonitor());
        simulation.run(1_000);

        assertThat(simulation.jvm.asked()).contains("monitor");
    }

    @Test
    void the_owner_of_the_monitor_is_named() {
        simulation.hold(carrier, 120, 150, Activity.entersMonitor().ownedBy(new ThreadRef("order-7", 44)));

        simulation.run(1_000);

        assertThat(simulation
                        .findings()
                        .getFirst()
                        .diagnosis()
                        .cause()
                        .monitor()
                        .owner())
                .isEqualTo(new ThreadRef("order-7", 44));
    }

    @Test
    void compensation_is_what_the_jdk_says_during_the_hold() {
        simulation.hold(carrier, 120, 150, Activity.reads().compensatedFor());
        simulation.hold(carrier, 420, 150, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.findings())
                .extracting(report -> report.diagnosis().compensated())
                .containsExactly(true, false);
    }

    @Test
    void pinned_parks_are_measured_by_their_hook_until_the_end_of_the_hold() {
        simulation.at(120, () -> carrier.mount("parks twice", Activity.sleepsPinned()));
        simulation.at(190, () -> carrier.turnTo(Activity.sleepsPinned()));
        simulation.at(260, carrier::unmount);

        simulation.run(1_000);

        HoldReport report = simulation.findings().getFirst();
        assertThat(report.diagnosis().cause().kind()).isEqualTo(Kind.PINNED);
        assertThat(Simulation.millis(report.nanos())).isEqualTo(140, within(1e-6));
    }

    @Test
    void what_goes_wrong_with_one_hold_is_told_once_and_the_others_are_still_seen() {
        SimulatedCarrier other = simulation.carrier("other");
        simulation.jvm.whileAStackIsTaken(() -> {
            if (simulation.millisNow() < 400) {
                throw new IllegalStateException("no such frame");
            }
        });
        simulation.hold(carrier, 120, 300, Activity.reads());
        simulation.hold(other, 450, 150, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.failures).hasSize(1);
        assertThat(simulation.findings())
                .extracting(report -> report.carrier().name())
                .containsExactly("carrier", "other");
    }
}
