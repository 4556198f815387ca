package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.it.programs.Logging;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Where the text goes. */
class LogTargetIT {
    private static final String HEADLINE = "appears to be blocked on carrier";

    @EachJdk
    void standard_error_unless_told_otherwise(Jdk jdk) throws Exception {
        Outcome outcome = stage(jdk, "stderr")
                .java("jvm", Shipped.javaAgent(""))
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
        assertThat(outcome.stdout()).as(outcome::described).isEqualTo("begun\ndid settle\ndid hold:1500\n");
        assertThat(outcome.stderr()).as(outcome::described).contains(HEADLINE);
    }

    @EachJdk
    void g37_a_file_whose_folder_is_made_and_which_is_added_to(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "file");
        var file = stage.folder().resolve("logs/snag.log");
        for (String name : List.of("first", "second")) {
            Outcome outcome = stage.java(name, Shipped.javaAgent("log=file:" + file))
                    .arguments(Programs.puppet("settle", "hold:1500"))
                    .run();
            assertThat(outcome.status()).as(outcome::described).isZero();
            assertThat(outcome.stderr()).as(outcome::described).isEmpty();
            assertThat(outcome.stdout()).as(outcome::described).isEqualTo("begun\ndid settle\ndid hold:1500\n");
        }
        assertThat(Files.readAllLines(file))
                .allMatch(line -> line.startsWith("[snag] "))
                .filteredOn(line -> line.contains(HEADLINE))
                .hasSize(2);
    }

    @EachJdk
    void the_applications_own_slf4j(Jdk jdk) throws Exception {
        Outcome outcome = stage(jdk, "app")
                .java("jvm", Shipped.javaAgent("log=app"))
                .arguments(Programs.runWithSlf4j(Logging.class))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        List<String> lines = outcome.stderr().lines().toList();
        assertThat(lines.get(0)).as(outcome::described).isEqualTo("[main] INFO dev.snag.it.programs.Logging - before");
        assertThat(lines)
                .as(outcome::described)
                .contains("[main] INFO dev.snag.it.programs.Logging - after")
                .anyMatch(line ->
                        line.startsWith("[snag-recorder] WARN dev.snag - [snag] PINNED (") && line.contains(HEADLINE))
                .noneMatch(line -> line.startsWith("[snag] "));
    }

    @EachJdk
    void standard_error_at_the_end_where_the_application_has_no_slf4j(Jdk jdk) throws Exception {
        Outcome outcome = stage(jdk, "none")
                .java("jvm", Shipped.javaAgent("log=app"))
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stderr()).as(outcome::described).contains(HEADLINE);
        assertThat(outcome.stderrOfTheProgram()).as(outcome::described).isEmpty();
    }

    private static Stage stage(Jdk jdk, String name) throws IOException {
        return Stage.of(jdk, LogTargetIT.class, name);
    }
}
