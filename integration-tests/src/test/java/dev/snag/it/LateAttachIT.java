package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Loaded into a JVM that runs, the agent works as if it had been there before; the JDK's own warning is the JDK's. */
class LateAttachIT {
    @EachJdk
    void a_hold_after_the_attach_is_found_and_one_before_is_not(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, LateAttachIT.class, "finds");
        try (Dialogue jvm = begin(stage)) {
            assertThat(jvm.ask("hold:300")).isEqualTo("did hold:300");
            attach(jvm, "report=" + stage.reportFolder());
            assertThat(jvm.ask("settle")).isEqualTo("did settle");
            assertThat(jvm.ask("hold:1500")).isEqualTo("did hold:1500");
            assertThat(jvm.end()).isZero();
        }
        assertThat(stage.report().occurrences()).hasSize(1);
        assertThat(stage.report().ofType("end").get(0).get("alive").getAsBoolean())
                .isTrue();
        assertThat(ofTheProgram(stage)).allMatch(line -> line.startsWith("WARNING: "));
    }

    /** Without quotes of its own {@code jcmd} would pass the part before the equals sign alone. */
    @EachJdk
    void jcmd_loads_it_too(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, LateAttachIT.class, "jcmd");
        try (Dialogue jvm = begin(stage)) {
            Outcome jcmd = Forked.in(stage.folder().resolve("jcmd"))
                    .arguments(jdk.tool("jcmd"), jvm.process().pid(), "JVMTI.agent_load", Shipped.agentJar())
                    .arguments("\"report=" + stage.reportFolder() + ",max-blocking-time=80ms\"")
                    .run();
            assertThat(jcmd.status()).as(jcmd::described).isZero();
            jvm.ask("settle");
            jvm.ask("hold:1500");
            assertThat(jvm.end()).isZero();
        }
        assertThat(stage.report().occurrences()).hasSize(1);
        assertThat(stage.report().occurrences().get(0).get("thresholdMs").getAsDouble())
                .isEqualTo(80);
    }

    @EachJdk
    void g57_g6_a_second_attach_reuses_the_monitor_and_its_threshold_counts_at_once(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, LateAttachIT.class, "second");
        try (Dialogue jvm = begin(stage)) {
            attach(jvm, "max-blocking-time=60s,report=" + stage.reportFolder());
            jvm.ask("settle");
            jvm.ask("hold:1500");
            attach(jvm, "max-blocking-time=50ms");
            jvm.ask("hold:1500");
            assertThat(jvm.ask("threads")).isEqualTo("threads: snag-monitor snag-recorder");
            attach(jvm, "max-blocking-time=60s");
            jvm.ask("hold:1500");
            assertThat(jvm.end()).isZero();
        }
        Report report = stage.report();
        assertThat(report.ofType("start")).hasSize(1);
        assertThat(report.occurrences()).hasSize(1);
        assertThat(report.occurrences().get(0).get("thresholdMs").getAsDouble()).isEqualTo(50);
    }

    @EachJdk
    void g6_a_hold_that_lasts_already_is_judged_by_the_threshold_of_a_second_attach(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, LateAttachIT.class, "lasting");
        try (Dialogue jvm = begin(stage)) {
            attach(jvm, "max-blocking-time=600s,report=" + stage.reportFolder());
            jvm.ask("hang");
            Eventually.holds(
                    "the report is there", () -> !stage.report().lines().isEmpty());
            attach(jvm, "max-blocking-time=50ms");
            Eventually.holds(
                    "the hold is told", () -> !stage.report().occurrences().isEmpty());
            assertThat(jvm.end()).isZero();
        }
    }

    @EachJdk
    void bad_options_are_told_and_the_program_goes_on(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, LateAttachIT.class, "bad");
        try (Dialogue jvm = begin(stage)) {
            attach(jvm, "max-bloking-time=50ms");
            assertThat(jvm.ask("hold:300")).isEqualTo("did hold:300");
            assertThat(jvm.ask("bridge")).isEqualTo("no bridge");
            assertThat(jvm.end()).isZero();
        }
        assertThat(Files.readString(stage.folder().resolve("jvm/stderr")).lines())
                .containsOnlyOnce("snag: unknown option 'max-bloking-time' in the agent's argument; the nearest is"
                        + " 'max-blocking-time' (java -jar snag.jar help options lists all)")
                .allMatch(line -> line.startsWith("WARNING: ") || line.startsWith("snag: "));
    }

    @EachJdk
    void bad_options_of_a_second_attach_leave_the_watch_as_it_was(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, LateAttachIT.class, "bad-second");
        try (Dialogue jvm = begin(stage)) {
            attach(jvm, "report=" + stage.reportFolder());
            attach(jvm, "max-blocking-time=soon");
            jvm.ask("settle");
            jvm.ask("hold:1500");
            assertThat(jvm.end()).isZero();
        }
        assertThat(Files.readString(stage.folder().resolve("jvm/stderr")))
                .containsOnlyOnce("snag: bad value 'soon' for max-blocking-time in the agent's argument; write a number"
                        + " above 0 with ns, us, ms or s, such as 100ms, or off\n");
        assertThat(stage.report().occurrences()).hasSize(1);
        assertThat(stage.report().occurrences().get(0).get("thresholdMs").getAsDouble())
                .isEqualTo(100);
    }

    private static Dialogue begin(Stage stage) throws IOException, InterruptedException {
        return Dialogue.with(stage.java("jvm").arguments(Programs.puppet()));
    }

    private static void attach(Dialogue jvm, String options) throws Exception {
        VirtualMachine machine =
                VirtualMachine.attach(String.valueOf(jvm.process().pid()));
        try {
            machine.loadAgent(Shipped.agentJar().toString(), options);
        } finally {
            machine.detach();
        }
    }

    private static List<String> ofTheProgram(Stage stage) throws IOException {
        return Files.readAllLines(stage.folder().resolve("jvm/stderr")).stream()
                .filter(line -> !line.startsWith("[snag]"))
                .toList();
    }
}
