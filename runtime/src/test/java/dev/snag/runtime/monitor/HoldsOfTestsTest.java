package dev.snag.runtime.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.bridge.Lineage;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.tests.TestScope;
import dev.snag.runtime.tests.TestScopes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hold belongs to a test, and a test may have a threshold of its own. */
class HoldsOfTestsTest {

    private final Simulation simulation = new Simulation();
    private TestScopes scopes;
    private TestScope owner;

    /** All threads are of the owner, if there is one. */
    private final class Owned implements UserWishes {
        @Override
        public long allowedNanos(long threadId, long from, long until) {
            return 0;
        }

        @Override
        public void allowed(long threadId, long from, long until) {
            throw new AssertionError("nothing is allowed");
        }

        @Override
        public StackRequest askForStack(ThreadRef thread, ThreadRef carrier, long heldNanos) {
            return null;
        }

        @Override
        public TestScope testOf(long threadId) {
            return owner;
        }

        @Override
        public long leastOfTests() {
            return scopes.least();
        }
    }

    @BeforeEach
    void begin() throws ReflectiveOperationException {
        scopes = new TestScopes(Lineage.class);
        simulation.monitor.heed(new Owned());
    }

    private void own(long millis) throws Exception {
        owner = scopes.open("some", millis == 0 ? null : Thresholds.of(millis * Simulation.MILLI), "", null);
    }

    private void hold(double from, double millis) {
        simulation.hold(simulation.carrier("carrier" + from), from, millis, Activity.reads());
        simulation.run(from + millis + 1_000);
    }

    @Test
    void a_report_names_the_test_of_its_thread() throws Exception {
        own(0);
        hold(120, 150);

        assertThat(simulation.findings())
                .singleElement()
                .satisfies(report -> assertThat(report.test()).isSameAs(owner));
    }

    @Test
    void a_shorter_threshold_of_the_test_catches_what_the_jvms_does_not() throws Exception {
        own(10);
        hold(120, 15);

        assertThat(simulation.findings()).singleElement().satisfies(report -> {
            assertThat(report.threshold()).isEqualTo(10 * Simulation.MILLI);
            assertThat(Simulation.millis(report.nanos())).isEqualTo(15);
        });
    }

    @Test
    void while_it_is_open_others_are_judged_by_the_jvms() throws Exception {
        own(10);
        owner = null;
        hold(120, 90);
        assertThat(simulation.reports).isEmpty();
        hold(2_000, 110);
        assertThat(simulation.findings())
                .singleElement()
                .satisfies(report -> assertThat(report.threshold()).isEqualTo(100 * Simulation.MILLI));
    }

    @Test
    void a_longer_one_lets_pass_what_the_jvms_would_not() throws Exception {
        own(500);
        hold(120, 400);
        assertThat(simulation.reports).isEmpty();
        hold(2_000, 510);
        assertThat(simulation.findings()).hasSize(1);
    }

    @Test
    void when_it_is_closed_the_monitor_looks_as_seldom_as_before() throws Exception {
        own(10);
        simulation.run(1_000);
        long often = simulation.looks();
        scopes.close(owner);
        simulation.run(1_100);
        long before = simulation.looks();
        simulation.run(2_000);

        assertThat(often).isGreaterThan(150);
        assertThat(simulation.looks() - before).isLessThan(30);
    }
}
