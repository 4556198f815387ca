package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.util.List;

/** Several JVMs that are given one report folder. */
class SharedReportFolderIT {
    @EachJdk
    void g57_a_second_jvm_at_the_same_time_has_a_file_of_its_own(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, SharedReportFolderIT.class, "together");
        long second;
        try (Dialogue first = begin(stage, "first")) {
            Eventually.holds(
                    "the first has begun", () -> !stage.report().lines().isEmpty());
            try (Dialogue other = begin(stage, "second")) {
                second = other.process().pid();
                for (String command : List.of("settle", "hold:1500", "hold:1500")) {
                    other.ask(command);
                }
                assertThat(other.end()).isZero();
            }
            first.ask("settle");
            first.ask("hold:1500");
            assertThat(first.end()).isZero();
        }
        isWhole(stage.report(), 1);
        isWhole(Report.in(stage.reportFolder().resolve("jvm-" + second)), 2);
    }

    @EachJdk
    void a_later_jvm_adds_to_the_file(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, SharedReportFolderIT.class, "in-turn");
        for (String name : List.of("first", "second")) {
            Outcome outcome = stage.java(name, stage.reporting())
                    .arguments(Programs.puppet("settle", "hold:1500"))
                    .run();
            assertThat(outcome.status()).as(outcome::described).isZero();
        }
        assertThat(stage.report().ofType("start")).hasSize(2);
        assertThat(stage.report().ofType("end")).hasSize(2);
        assertThat(stage.report().occurrences()).hasSize(2);
        assertThat(stage.reportFolder().toFile().list()).containsExactly("snags.jsonl");
    }

    private static Dialogue begin(Stage stage, String name) throws IOException, InterruptedException {
        return Dialogue.with(stage.java(name, stage.reporting()).arguments(Programs.puppet()));
    }

    private static void isWhole(Report report, int occurrences) {
        assertThat(report.ofType("start")).hasSize(1);
        assertThat(report.occurrences()).hasSize(occurrences);
        assertThat(report.ofType("end")).hasSize(1);
    }
}
