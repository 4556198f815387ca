package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the report or the text cannot be kept, that is said in one line, and neither program nor watch suffers. */
class UnwritablePlacesIT {
    @EachJdk
    void a_report_folder_that_cannot_be_made(Jdk jdk) throws Exception {
        // Not even root can make it.
        String folder = "/proc/snag-report";
        Outcome outcome = hold(stage(jdk, "unmakable"), "report=" + folder);
        tellsTheHoldAndThat(
                outcome,
                "[snag] report: cannot write to the report folder " + folder + ": java.io.IOException: the folder "
                        + folder + " cannot be made; findings are told but not kept. Name another folder with report=");
    }

    @EachJdk
    void a_report_folder_that_is_a_file(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "file");
        Path file = Files.writeString(stage.folder().resolve("taken"), "mine\n");
        Outcome outcome = hold(stage, "report=" + file);
        tellsTheHoldAndThat(
                outcome,
                "[snag] report: cannot write to the report folder " + file + ": java.io.IOException: " + file
                        + " is a file, not a folder; findings are told but not kept. Name another folder with report=");
        assertThat(file).hasContent("mine\n");
    }

    @EachJdk
    void a_log_file_that_is_a_folder(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "log");
        Path folder = Files.createDirectory(stage.folder().resolve("log"));
        Outcome outcome = hold(stage, "log=file:" + folder);
        tellsTheHoldAndThat(
                outcome,
                "[snag] log: cannot write to " + folder + " (java.io.FileNotFoundException: " + folder
                        + " (Is a directory)); text goes to standard error");
    }

    @EachJdk
    void a_report_that_can_be_written_says_nothing(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "fine");
        Outcome outcome = hold(stage, "report=" + stage.reportFolder());
        assertThat(outcome.stderr()).as(outcome::described).doesNotContain("cannot");
        assertThat(stage.report().occurrences()).as(outcome::described).hasSize(1);
        assertThat(stage.report().ofType("error")).as(outcome::described).isEmpty();
    }

    private static Stage stage(Jdk jdk, String name) throws IOException {
        return Stage.of(jdk, UnwritablePlacesIT.class, name);
    }

    private static Outcome hold(Stage stage, String options) throws IOException, InterruptedException {
        return stage.java("jvm", Shipped.javaAgent(options))
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
    }

    private static void tellsTheHoldAndThat(Outcome outcome, String message) {
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout()).as(outcome::described).isEqualTo("begun\ndid settle\ndid hold:1500\n");
        assertThat(outcome.stderr().lines())
                .as(outcome::described)
                .containsOnlyOnce(message)
                .anyMatch(line -> line.startsWith("[snag] PINNED ("))
                .allMatch(line -> line.startsWith("[snag]"));
        assertThat(outcome.stderrOfTheProgram()).as(outcome::described).isEmpty();
    }
}
