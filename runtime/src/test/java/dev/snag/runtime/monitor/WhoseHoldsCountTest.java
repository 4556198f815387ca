package dev.snag.runtime.monitor;

import static dev.snag.runtime.diagnosis.Stacks.app;
import static dev.snag.runtime.diagnosis.Stacks.jdk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.diagnosis.Stacks;
import dev.snag.runtime.options.Thresholds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhoseHoldsCountTest {

    private static final StackTraceElement ACME = app("com.acme.orders.OrderCache.load:88");
    private static final StackTraceElement DRIVER = app("org.postgresql.core.PGStream.receive:310");

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "com.acme., '', true",
        "com.acme.web.:com.acme.orders., '', true",
        "org.postgresql., '', false",
        "'', com.acme., false",
        "'', org.postgresql., true",
        "com.acme., com.acme.orders., false",
    })
    void include_and_exclude_are_prefixes_of_the_offender(String include, String exclude, boolean reported) {
        assertThat(isReported(include, exclude, Stacks.of(ACME, DRIVER))).isEqualTo(reported);
    }

    @ParameterizedTest
    @CsvSource({"'', '', true", "'', java., true", "com.acme., '', false"})
    void a_hold_of_the_jdks_frames_alone_counts_unless_some_code_is_named(
            String include, String exclude, boolean reported) {
        assertThat(isReported(include, exclude, Stacks.of(jdk("java.util.Arrays.sort:1"))))
                .isEqualTo(reported);
    }

    @Test
    void a_hold_that_does_not_count_is_not_counted_as_excused_either() {
        var simulation = new Simulation(Thresholds.of(Simulation.T * Simulation.MILLI), scope("", "com.acme."));
        simulation.stopTheWorld(190, 180);
        simulation.hold(simulation.carrier("carrier"), 120, 251, Activity.reads());

        simulation.run(1_000);

        assertThat(simulation.excuses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SubPoller-1", "ForkJoinPool-1-worker-1-Read-Poller"})
    void the_jdks_own_virtual_threads_are_known_by_their_names(String name) {
        var simulation = new Simulation();
        SimulatedCarrier carrier = simulation.carrier("carrier");
        simulation.at(120, () -> carrier.mount(name, Activity.reads().with(Stacks.of(jdk("sun.nio.ch.EPoll.wait:1")))));
        simulation.at(900, carrier::unmount);

        simulation.run(1_000);

        assertThat(simulation.reports).isEmpty();
        assertThat(simulation.excuses).isEmpty();
    }

    @Test
    void the_jdks_own_virtual_threads_are_known_by_their_stacks() {
        assertThat(isReported("", "", Stacks.of(jdk("sun.nio.ch.EPoll.wait:1"), jdk("sun.nio.ch.Poller.pollLoop:248"))))
                .isFalse();
    }

    @Test
    void a_users_thread_that_asks_the_poller_is_the_users() {
        assertThat(isReported("", "", Stacks.of(jdk("sun.nio.ch.Poller.poll:1"), ACME)))
                .isTrue();
    }

    private static boolean isReported(String include, String exclude, List<StackTraceElement> stack) {
        var simulation = new Simulation(Thresholds.of(Simulation.T * Simulation.MILLI), scope(include, exclude));
        simulation.hold(
                simulation.carrier("carrier"), 120, 250, Activity.computes().with(stack));
        simulation.run(1_000);
        return !simulation.reports.isEmpty();
    }

    private static Scope scope(String include, String exclude) {
        return new Scope(prefixes(include), prefixes(exclude));
    }

    private static List<String> prefixes(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":"));
    }
}
