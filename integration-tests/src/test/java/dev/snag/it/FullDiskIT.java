package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk that is full, or becomes full while the program runs: said once, and all is still told and counted. */
class FullDiskIT {
    private static final String CONSEQUENCE = "; what cannot be written is lost, all is still told and counted";

    @EachJdk
    void a_disk_that_is_full_from_the_start(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, FullDiskIT.class, "full");
        Files.createDirectory(stage.reportFolder());
        Path file = Files.createSymbolicLink(stage.reportFolder().resolve("snags.jsonl"), Path.of("/dev/full"));
        Outcome outcome = stage.java("jvm", stage.reporting())
                .arguments(Programs.puppet("settle", "hold:1500", "hold:1500"))
                .run();
        isUnharmed(outcome);
        assertThat(outcome.stderr().lines())
                .as(outcome::described)
                .containsOnlyOnce("[snag] report: cannot write to " + file + ": No space left on device" + CONSEQUENCE);
    }

    @EachJdk
    void a_disk_that_becomes_full(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, FullDiskIT.class, "becomes-full");
        // A limit on the size of files; the JVM's own performance file and standard error must not come under it.
        String script = "ulimit -f 4; exec \"$@\" 2> >(cat >&2)";
        List<Object> program = List.copyOf(Programs.puppet("settle", "hold:1500", "hold:1500"));
        Outcome outcome = Forked.in(stage.folder().resolve("jvm"))
                .arguments("bash", "-c", script, "bash", jdk.tool("java"), "-XX:-UsePerfData", stage.reporting())
                .arguments(program)
                .run();
        isUnharmed(outcome);
        Path file = stage.reportFolder().resolve("snags.jsonl");
        assertThat(outcome.stderr().lines())
                .as(outcome::described)
                .containsOnlyOnce("[snag] report: cannot write to " + file + ": File too large" + CONSEQUENCE);
        assertThat(stage.report().ofType("start")).as("what was written before").hasSize(1);
        assertThat(Files.readString(file)).as("there is no part of a line").endsWith("}\n");
    }

    private static void isUnharmed(Outcome outcome) {
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout()).as(outcome::described).startsWith("begun\ndid settle\ndid hold:1500\n");
        assertThat(outcome.stderrOfTheProgram()).as(outcome::described).isEmpty();
        assertThat(outcome.stderr())
                .as(outcome::described)
                .contains("[snag] PINNED (")
                .containsPattern(
                        "alive, holds seen \\d+, snags \\d+, occurrences 2, excused 0, dropped 0, own errors 1");
    }
}
