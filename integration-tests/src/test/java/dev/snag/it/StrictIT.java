package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Strict rules in real JVMs: what allows a call, what a plugin keeps from being transformed, and what is said of a rule. */
@Execution(ExecutionMode.CONCURRENT)
class StrictIT {

    private static List<String> threadsFound(Report report) {
        return report.occurrences().stream()
                .map(line -> Report.text(line, "thread.name").orElse(""))
                .toList();
    }

    private static ApiRun forbidden(Jdk jdk) throws IOException {
        return new ApiRun("Forbidden", jdk).option("max-blocking-time=off");
    }

    @TestFactory
    List<DynamicTest> what_the_program_allows_is_not_told() throws IOException, InterruptedException {
        Stream<DynamicTest> tests = Stream.of();
        for (Jdk jdk : InstalledJdks.chosen()) {
            ApiRun run = forbidden(jdk).option("strict=FILE");
            Outcome outcome = run.run();
            Report report = Report.in(run.report());
            tests = Stream.concat(
                    tests,
                    Stream.concat(
                            run.claims(outcome, 1),
                            Stream.of(DynamicTest.dynamicTest("what is allowed is counted on " + jdk, () -> {
                                assertThat(threadsFound(report))
                                        .as(outcome::described)
                                        .containsExactly("asks", "asks-after-scope");
                                assertThat(report.ofType("end").get(0).get("allowedScopes"))
                                        .hasToString("{\"it is a test\":1}");
                            }))));
        }
        return tests.toList();
    }

    @EachJdk
    void a_finding_says_which_rule_forbids_it(Jdk jdk) throws Exception {
        ApiRun run = forbidden(jdk).option("strict=FILE");
        Outcome outcome = run.run();

        JsonObject found = Report.in(run.report()).occurrences().get(0);
        assertThat(Report.text(found, "why"))
                .contains("It called File.exists, which strict=FILE forbids to virtual threads at any duration.");
        assertThat(found.get("thresholdMs").getAsDouble()).isZero();
        assertThat(found.getAsJsonArray("sensors")).hasToString("[\"call-hook\"]");
        assertThat(outcome.stderr())
                .containsPattern(
                        "\\[snag\\] BLOCKING_CALL \\(FILE\\) .*: virtual thread \"asks\" #\\d+ called File.exists on"
                                + " carrier ")
                .contains(", forbidden at any duration by strict");
    }

    @EachJdk
    void g72_a_plugin_keeps_a_class_as_it_is_and_that_is_said(Jdk jdk) throws Exception {
        ApiRun run = forbidden(jdk).option("strict=FILE");
        Path services = Files.createDirectories(run.folder("classes").resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.snag.InstrumentationListener"), "dev.snag.it.programs.Vetoing\n");
        Outcome outcome = run.classes(run.folder("classes")).run();

        assertThat(Report.in(run.report()).occurrences()).as(outcome::described).isEmpty();
        assertThat(outcome.stderr())
                .contains(
                        "[snag] sensor call-hooks is partly off: cannot transform java.io.File (a plugin does not want"
                                + " it), so calls of their methods are not seen");
    }

    @EachJdk
    void a_rule_that_matches_nothing_is_said_at_the_end(Jdk jdk) throws Exception {
        Outcome outcome = forbidden(jdk).option("strict=com.acme.Legacy#call").run();

        assertThat(outcome.stderr())
                .contains(
                        "[snag] the strict rule com.acme.Legacy#call has matched no method of a class that was loaded");
    }

    @EachJdk
    void ci_fails_for_a_call_of_microseconds_and_passes_without_its_rule(Jdk jdk) throws Exception {
        Outcome fails = forbidden(jdk).option("profile=ci").run();
        Outcome passes =
                forbidden(jdk).option("profile=ci").option("strict=DNS").run();

        assertThat(fails.status()).as(fails::described).isEqualTo(86);
        assertThat(passes.status()).as(passes::described).isZero();
    }

    @EachJdk
    void a_late_attach_sees_them_too(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, StrictIT.class, "late");
        try (Dialogue jvm = Dialogue.with(stage.java("jvm").arguments(Programs.puppet()))) {
            assertThat(jvm.ask("exists")).isEqualTo("did exists");
            Outcome attached = Forked.in(stage.folder().resolve("attach"))
                    .arguments(jdk.tool("jcmd"), jvm.process().pid(), "JVMTI.agent_load", Shipped.agentJar())
                    .arguments("\"report=" + stage.reportFolder() + ",strict=FILE,max-blocking-time=off\"")
                    .run();
            assertThat(attached.status()).as(attached::described).isZero();
            jvm.ask("settle");
            jvm.ask("exists");
            assertThat(jvm.end()).isZero();
        }
        assertThat(stage.report().occurrences()).hasSize(1);
    }
}
