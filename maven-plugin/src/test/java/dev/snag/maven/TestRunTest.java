package dev.snag.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestRunTest {

    private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    private Path target;

    private void written(String name, Instant when) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(when));
    }

    @ParameterizedTest
    @ValueSource(strings = {"surefire-reports", "failsafe-reports"})
    void a_report_of_this_build_tells_that_tests_ran(String folder) throws IOException {
        written(folder + "/TEST-com.acme.OrdersTest.xml", START);

        assertThat(TestRun.happened(target.toFile(), START)).isTrue();
    }

    @Test
    void one_of_an_earlier_build_does_not() throws IOException {
        written("surefire-reports/TEST-com.acme.OrdersTest.xml", START.minusSeconds(1));
        written("failsafe-reports/failsafe-summary.xml", START);

        assertThat(TestRun.happened(target.toFile(), START)).isFalse();
    }

    @Test
    void no_folder_tells_that_none_ran() throws IOException {
        assertThat(TestRun.happened(target.resolve("none").toFile(), START)).isFalse();
    }
}
