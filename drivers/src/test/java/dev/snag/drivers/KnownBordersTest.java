package dev.snag.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.drivers.result.Outcome;
import dev.snag.drivers.result.Results;
import dev.snag.drivers.result.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What release notes say is what was measured. */
final class KnownBordersTest {
    private static final Path TABLE = Path.of("..", "docs", "drivers.json");

    @ParameterizedTest
    @CsvSource({
        "pgjdbc-42.5.6, pgjdbc-42.6.0",
        "mysql-8.4.0, mysql-9.0.0",
        "mariadb-2.7.12, mariadb-3.1.4",
        "amqp-5.18.0, amqp-5.19.0",
        "h2-2.2.220, h2-2.2.222"
    })
    void on_21_the_one_loses_carriers_and_the_next_does_not_and_on_25_neither(String before, String after)
            throws Exception {
        assertThat(verdict(before, 21)).isGreaterThanOrEqualTo(Verdict.BLOCKS);
        assertThat(verdict(after, 21)).isLessThan(Verdict.BLOCKS);
        assertThat(verdict(before, 25)).isEqualTo(Verdict.FRIENDLY);
        assertThat(verdict(after, 25)).isEqualTo(Verdict.FRIENDLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "concurrent-map",
                "caffeine-3.3.1",
                "guava-33.8.0-jre",
                "httpclient4-4.5.14",
                "log4j2-stream-2.26.1"
            })
    void what_waits_with_a_monitor_loses_carriers_on_21_and_is_mended_by_the_jdk(String row) throws Exception {
        assertThat(verdict(row, 21)).isGreaterThanOrEqualTo(Verdict.BLOCKS);
        assertThat(verdict(row, 25)).isEqualTo(Verdict.FRIENDLY);
        assertThat(verdict(row, 27)).isEqualTo(Verdict.FRIENDLY);
    }

    @Test
    void what_writes_to_a_slow_pipe_gets_worse_with_the_jdk() throws Exception {
        assertThat(verdict("logback-pipe-1.6.6", 21)).isEqualTo(Verdict.WARNS);
        assertThat(verdict("logback-pipe-1.6.6", 25)).isEqualTo(Verdict.BLOCKS);
        assertThat(verdict("logback-pipe-1.6.6", 27)).isEqualTo(Verdict.BLOCKS);
    }

    @Test
    void sqlite_loses_carriers_on_each_jdk() throws Exception {
        for (int jdk : new int[] {21, 25, 27}) {
            assertThat(verdict("sqlite-3.54.1.0", jdk)).as("on %s", jdk).isGreaterThanOrEqualTo(Verdict.BLOCKS);
        }
    }

    private static Verdict verdict(String row, int jdk) throws Exception {
        return Results.read(TABLE).all().stream()
                .filter(outcome -> outcome.row().equals(row) && outcome.jdk() == jdk)
                .map(Outcome::verdict)
                .findFirst()
                .orElseThrow(() -> new AssertionError(row + " on JDK " + jdk + " is not in " + TABLE));
    }
}
