package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.it.programs.Puppet;
import dev.snag.jdks.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Beside the agents that people have, before and after ours: theirs does its work, and ours sees each hold and each forbidden
 * call.
 */
class KnownAgentsIT {
    private static final String[] COMMANDS = {"settle", "hold:1500", "exists"};
    private static final String SAID = "begun\ndid settle\ndid hold:1500\ndid exists\n";

    /** An agent, and what it needs on the command line. */
    private record Agent(String name, String artifact, String options, List<String> flags) {
        String asOption() {
            Path jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(entry -> entry.getFileName().toString().matches(artifact + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(artifact + " is not on the class path"));
            return "-javaagent:" + jar + options;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Agent> AGENTS = List.of(
            new Agent("JaCoCo", "org\\.jacoco\\.agent", "=destfile=jacoco.exec", List.of()),
            new Agent("Mockito", "mockito-core", "", List.of()),
            new Agent("BlockHound", "blockhound", "", List.of("-XX:+AllowRedefinitionToAddDeleteMethods")),
            new Agent(
                    "OpenTelemetry",
                    "opentelemetry-javaagent",
                    "",
                    List.of(
                            "-Dotel.traces.exporter=none",
                            "-Dotel.metrics.exporter=none",
                            "-Dotel.logs.exporter=none")));

    static Stream<Arguments> pairs() {
        return InstalledJdks.chosen().stream()
                .flatMap(jdk -> AGENTS.stream()
                        .flatMap(agent -> Stream.of(true, false).map(first -> Arguments.of(jdk, agent, first))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Execution(ExecutionMode.CONCURRENT)
    void each_does_its_work(Jdk jdk, Agent agent, boolean theirsFirst) throws Exception {
        Stage stage = Stage.of(jdk, KnownAgentsIT.class, agent.name() + (theirsFirst ? "-first" : "-last"));
        String ours = stage.reporting("strict=FILE");
        Outcome outcome = stage.java("jvm", agent.flags().toArray())
                .arguments(theirsFirst ? agent.asOption() : ours, theirsFirst ? ours : agent.asOption())
                .arguments(Programs.puppet(COMMANDS))
                .run();

        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout()).as(outcome::described).isEqualTo(SAID);
        assertThat(workers(stage)).as(outcome::described).hasSize(1);
        assertThat(stage.report().occurrences())
                .as(outcome::described)
                .filteredOn(
                        call -> Report.text(call, "offender.class").orElse("").equals(Puppet.class.getName()))
                .anyMatch(call -> Report.text(call, "operation").orElse("").equals("File.exists"));
        JsonObject end = stage.report().ofType("end").get(0);
        assertThat(end.get("alive").getAsBoolean()).as(outcome::described).isTrue();
        assertThat(end.get("ownErrors").getAsLong()).as(outcome::described).isZero();
        if (agent.name().equals("JaCoCo")) {
            assertThat(outcome.folder().resolve("jacoco.exec")).isNotEmptyFile();
        }
    }

    /** Holds of the program's own; what else there is belongs to the other agent, which may hold a carrier too. */
    private static List<JsonObject> workers(Stage stage) throws IOException {
        return stage.report().occurrences().stream()
                .filter(hold -> Report.text(hold, "thread.name").orElse("").equals("worker"))
                .toList();
    }
}
