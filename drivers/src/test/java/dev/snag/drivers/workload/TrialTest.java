package dev.snag.drivers.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TrialTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Trial trial =
            new Trial(Map.of("url", "jdbc:x"), Duration.ofSeconds(20), new PrintStream(printed, true));

    @Test
    void a_phase_runs_on_virtual_threads_and_is_told() throws Exception {
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        trial.phase("read", 4, number -> {
            assertThat(Thread.currentThread().isVirtual()).isTrue();
            numbers.add(number);
        });
        assertThat(numbers).containsExactlyInAnyOrder(0, 1, 2, 3);
        List<Marker> markers = markers();
        assertThat(markers).extracting(Marker::what).containsExactly(Marker.BEGIN, Marker.END);
        assertThat(markers.getFirst().fields()).startsWith("read", Marker.STEADY, "4");
        assertThat(markers.getLast().fields().get(2)).isEqualTo("0");
    }

    @Test
    void an_operation_that_fails_is_counted_with_its_cause() throws Exception {
        trial.coldStart(3, number -> {
            if (number == 1) {
                throw new IllegalStateException("no connection", new IOException("refused"));
            }
        });
        assertThat(markers().getLast().fields().subList(2, 4))
                .containsExactly(
                        "1", "java.lang.IllegalStateException: no connection, by java.io.IOException: refused");
    }

    @Test
    void a_parameter_that_lacks_is_named() {
        assertThat(trial.parameter("url")).isEqualTo("jdbc:x");
        assertThat(trial.optional("user")).isEmpty();
        assertThatThrownBy(() -> trial.parameter("user"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'user'");
    }

    @Test
    void the_library_is_named_by_the_jar_from_which_it_was_loaded() {
        trial.uses(Test.class);
        trial.uses(String.class);
        assertThat(markers().get(0).fields().getFirst()).matches("junit-jupiter-api-[0-9.]+\\.jar");
        assertThat(markers().get(1).fields()).containsExactly("the JDK");
    }

    private List<Marker> markers() {
        return printed.toString()
                .lines()
                .flatMap(line -> Marker.parse(line).stream())
                .toList();
    }
}
