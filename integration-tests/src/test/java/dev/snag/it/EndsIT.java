package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** However a JVM ends, its report can be read, and a hold that never ended is in it. */
class EndsIT {
    private static final int SIGTERM = 143;
    private static final int SIGKILL = 137;

    @EachJdk
    void kill_9_leaves_the_hold_that_goes_on(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "kill");
        try (Dialogue jvm = hanging(stage)) {
            jvm.process().toHandle().destroyForcibly();
            assertThat(jvm.status()).isEqualTo(SIGKILL);
        }
        Report report = Report.in(stage.reportFolder());
        assertThat(report.ofType("end")).isEmpty();
        isOngoing(report.occurrences());
    }

    @EachJdk
    void a_signal_to_end_has_the_end_written(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "term");
        try (Dialogue jvm = hanging(stage)) {
            jvm.process().toHandle().destroy();
            assertThat(jvm.status()).isEqualTo(SIGTERM);
        }
        endsWell(stage);
    }

    @EachJdk
    void a_hang_that_goes_on_when_main_returns_is_told(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "return");
        try (Dialogue jvm = hanging(stage)) {
            assertThat(jvm.end()).isZero();
        }
        endsWell(stage);
    }

    @EachJdk
    void exit_has_the_end_written_and_keeps_the_status(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "exit");
        try (Dialogue jvm = hanging(stage)) {
            jvm.tell("exit:3");
            assertThat(jvm.status()).isEqualTo(3);
        }
        endsWell(stage);
    }

    @EachJdk
    void halt_leaves_what_was_written_and_keeps_the_status(Jdk jdk) throws Exception {
        Stage stage = stage(jdk, "halt");
        try (Dialogue jvm = hanging(stage)) {
            jvm.tell("halt:4");
            assertThat(jvm.status()).isEqualTo(4);
        }
        Report report = Report.in(stage.reportFolder());
        assertThat(report.ofType("end")).isEmpty();
        isOngoing(report.occurrences());
    }

    private static Stage stage(Jdk jdk, String name) throws IOException {
        return Stage.of(jdk, EndsIT.class, name);
    }

    /** A JVM in which one hold has been written and goes on. */
    private static Dialogue hanging(Stage stage) throws Exception {
        Dialogue jvm = Dialogue.with(stage.java("jvm", stage.reporting()).arguments(Programs.puppet()));
        try {
            assertThat(jvm.ask("hang")).isEqualTo("did hang");
            Eventually.holds(
                    "the hold is written", () -> !stage.report().occurrences().isEmpty());
            return jvm;
        } catch (Exception | Error e) {
            jvm.close();
            throw e;
        }
    }

    private static void endsWell(Stage stage) throws IOException {
        Report report = Report.in(stage.reportFolder());
        isOngoing(report.occurrences());
        assertThat(report.lines().get(report.lines().size() - 1).get("type").getAsString())
                .isEqualTo("end");
        JsonObject end = report.ofType("end").get(0);
        assertThat(end.get("alive").getAsBoolean()).as("alive: %s", end).isTrue();
        assertThat(end.get("occurrences").getAsLong()).isEqualTo(1);
        assertThat(Files.readString(stage.folder().resolve("jvm/stderr")))
                .containsPattern("(?m)^\\[snag] PINNED \\(.* so far: virtual thread \"hanging\" ")
                .containsPattern("(?m)^\\[snag] alive, " + Report.MOUNTS + ", snags 1, occurrences 1, ");
    }

    private static void isOngoing(List<JsonObject> occurrences) {
        assertThat(occurrences).hasSize(1);
        assertThat(occurrences.get(0).get("ongoing").getAsBoolean()).isTrue();
        assertThat(Report.text(occurrences.get(0), "thread.name")).hasValue("hanging");
    }
}
