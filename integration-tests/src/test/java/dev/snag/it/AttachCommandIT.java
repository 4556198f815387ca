package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;

/** {@code snag.jar attach}: from another process, with paths of the folder that one is in. */
class AttachCommandIT {

    @EachJdk
    void it_begins_to_watch_a_jvm_that_runs(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, AttachCommandIT.class, "attach");
        try (Dialogue jvm = Dialogue.with(stage.java("jvm").arguments(Programs.puppet()))) {
            Outcome attach = attach(stage, "command", jvm, "report=found", "max-blocking-time=80ms");
            assertThat(attach.status()).as(attach::described).isZero();
            assertThat(attach.stdout())
                    .startsWith("attached to " + jvm.process().pid() + " with report="
                            + stage.folder().resolve("command/found"));
            jvm.ask("settle");
            jvm.ask("hold:1500");
            assertThat(jvm.end()).isZero();
        }
        Report report = Report.in(stage.folder().resolve("command/found"));
        assertThat(report.occurrences()).hasSize(1);
        assertThat(report.occurrences().get(0).get("thresholdMs").getAsDouble()).isEqualTo(80);
    }

    @EachJdk
    void an_option_that_the_agent_would_refuse_is_refused_before_anything_is_attached(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, AttachCommandIT.class, "refused");
        try (Dialogue jvm = Dialogue.with(stage.java("jvm").arguments(Programs.puppet()))) {
            Outcome attach = attach(stage, "command", jvm, "reprot=found");
            assertThat(attach.status()).as(attach::described).isEqualTo(2);
            assertThat(attach.stderr())
                    .startsWith("snag: unknown option 'reprot'")
                    .contains("the nearest is 'report'");
            assertThat(jvm.ask("bridge")).isEqualTo("no bridge");
            assertThat(jvm.end()).isZero();
        }
    }

    private static Outcome attach(Stage stage, String folder, Dialogue jvm, String... options)
            throws IOException, InterruptedException {
        return stage.java(
                        folder,
                        "-jar",
                        Shipped.agentJar(),
                        "attach",
                        jvm.process().pid())
                .arguments((Object[]) options)
                .run();
    }
}
