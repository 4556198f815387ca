package dev.snag.it;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each fixture finds what it expects on each JDK, and its own output and status are as without the agent.
 * {@code -Dsnag.fixture=NAME} runs those alone whose name contains it.
 */
class FixturesIT {
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> fixtures() throws IOException {
        return FixtureRun.ofAll(false);
    }

    @AfterAll
    static void sayWhichJdks() {
        System.out.println("snag fixtures: " + InstalledJdks.account());
    }
}
