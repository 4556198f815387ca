package dev.snag.runtime.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Stacks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserWishesTest {

    private final Simulation simulation = new Simulation();
    private final Said said = new Said();

    UserWishesTest() {
        simulation.monitor.heed(said);
    }

    /** A program that allows so much of each hold, and answers so. */
    private static final class Said implements UserWishes {
        private double allowedMillis;
        private StackRequest request;
        private final List<Long> allowed = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();

        @Override
        public long allowedNanos(long threadId, long from, long until) {
            return Math.min(until - from, (long) (allowedMillis * Simulation.MILLI));
        }

        @Override
        public void allowed(long threadId, long from, long until) {
            allowed.add(until - from);
        }

        @Override
        public StackRequest askForStack(ThreadRef thread, ThreadRef carrier, long heldNanos) {
            asked.add(thread.name());
            return request;
        }
    }

    private void hold(double millis) {
        simulation.hold(simulation.carrier("carrier"), 120, millis, Activity.reads());
        simulation.run(2_000);
    }

    @Test
    void g26_a_hold_in_a_scope_is_no_finding_and_counted_once() {
        said.allowedMillis = 10_000;
        hold(650);
        assertThat(simulation.reports).isEmpty();
        assertThat(simulation.excuses).isEmpty();
        assertThat(said.allowed).containsExactly(650 * Simulation.MILLI);
    }

    @Test
    void a_hold_below_the_threshold_is_not_counted_as_allowed() {
        said.allowedMillis = 10_000;
        hold(90);
        assertThat(said.allowed).isEmpty();
    }

    @Test
    void g28_what_lies_outside_of_the_scope_makes_a_finding_when_it_is_over_the_threshold() {
        said.allowedMillis = 300;
        hold(390);
        assertThat(simulation.reports).isEmpty();
        assertThat(said.allowed).hasSize(1);
        said.allowed.clear();
        simulation.hold(simulation.carrier("another"), 2_100, 420, Activity.reads());
        simulation.run(4_000);
        assertThat(simulation.findings()).singleElement().satisfies(report -> {
            assertThat(Simulation.millis(report.nanos())).isEqualTo(420);
        });
        assertThat(said.allowed).isEmpty();
    }

    @Test
    void g44_a_refusal_leaves_the_finding_without_a_stack() {
        said.request = () -> StackRequest.Answer.REFUSED;
        hold(300);
        assertThat(said.asked).containsExactly("order-17");
        assertThat(simulation.findings()).singleElement().satisfies(report -> {
            assertThat(report.diagnosis().frames()).isEmpty();
            assertThat(report.thread().name()).isEqualTo("order-17");
        });
    }

    @Test
    void a_consent_leaves_all_as_it_is() {
        said.request = () -> StackRequest.Answer.GRANTED;
        hold(300);
        assertThat(simulation.findings())
                .singleElement()
                .satisfies(report -> assertThat(report.diagnosis().frames()).isNotEmpty());
    }

    @Test
    void an_answer_that_never_comes_does_not_keep_the_finding_from_being_told_while_it_lasts() {
        said.request = () -> StackRequest.Answer.PENDING;
        hold(900);
        assertThat(simulation.reports.getFirst().ongoing()).isTrue();
        assertThat(simulation.reports.getFirst().diagnosis().frames()).isNotEmpty();
    }

    @Test
    void a_hold_in_which_the_looks_show_our_own_code_is_judged_when_that_is_over() {
        StackTraceElement ours = new StackTraceElement("dev.snag.AgentConnection", "call", "AgentConnection.java", 1);
        said.allowedMillis = 10_000;
        simulation.hold(
                simulation.carrier("carrier"), 120, 300, Activity.computes().with(Stacks.of(ours)));
        simulation.run(1_000);
        assertThat(simulation.reports).isEmpty();
    }
}
