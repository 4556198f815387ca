package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Beside another agent that transforms the same class. */
class OtherAgentsIT {
    private static final String[] COMMANDS = {"settle", "hold:1500", "transform", "hold:1500"};

    @EachJdk
    void the_hooks_survive_one_that_comes_before(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "before");
        watchesAll(stage, run(stage, AgentJar.optionFor("same", stage.folder()), stage.reporting()));
    }

    @EachJdk
    void the_hooks_survive_one_that_comes_after(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "after");
        watchesAll(stage, run(stage, stage.reporting(), AgentJar.optionFor("same", stage.folder())));
    }

    @EachJdk
    void one_that_puts_the_original_back_before_us_does_no_harm(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "original-before");
        watchesAll(stage, run(stage, AgentJar.optionFor("original", stage.folder()), stage.reporting()));
    }

    @EachJdk
    void g58_one_that_puts_the_original_back_after_us_is_told_and_the_watch_is_not_alive(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "original-after");
        Forked forked = stage.java("jvm", stage.reporting(), AgentJar.optionFor("original", stage.folder()));
        try (Dialogue jvm = Dialogue.with(forked.arguments(Programs.puppet()))) {
            assertThat(jvm.ask("run")).isEqualTo("did run");
            Eventually.holds(
                    "an error is written", () -> !stage.report().ofType("error").isEmpty());
            assertThat(jvm.end()).isZero();
        }
        assertThat(Files.readAllLines(stage.folder().resolve("jvm/stderr")))
                .hasSize(3)
                .contains("[snag] self-test: the mount hook does not fire; no hold is seen. Another agent may have"
                        + " replaced java.lang.VirtualThread; put Snag last")
                .anyMatch(line -> line.startsWith("[snag] NOT ALIVE: "));
        assertThat(end(stage).get("alive").getAsBoolean()).isFalse();
    }

    private static Stage stage(Jdk jdk, String name) throws IOException {
        return Stage.of(jdk, OtherAgentsIT.class, name);
    }

    private static Outcome run(Stage stage, String first, String second) throws IOException, InterruptedException {
        return stage.java("jvm", first, second)
                .arguments(Programs.puppet(COMMANDS))
                .run();
    }

    private static void watchesAll(Stage stage, Outcome outcome) throws IOException {
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout())
                .as(outcome::described)
                .isEqualTo("begun\ndid settle\ndid hold:1500\ndid transform\ndid hold:1500\n");
        assertThat(outcome.stderrOfTheProgram()).as(outcome::described).isEmpty();
        List<JsonObject> occurrences = stage.report().occurrences();
        assertThat(occurrences).as(outcome::described).hasSize(2);
        assertThat(end(stage).get("alive").getAsBoolean())
                .as(outcome::described)
                .isTrue();
        // Three threads; woven twice it would be six mounts. A thread that waits for another's monitor unmounts, on 24
        // and
        // later, and is mounted once more.
        assertThat(end(stage).get("holds").getAsLong()).as(outcome::described).isBetween(3L, 5L);
    }

    private static JsonObject end(Stage stage) throws IOException {
        return stage.report().ofType("end").get(0);
    }
}
