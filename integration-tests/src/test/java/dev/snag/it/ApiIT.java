package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What applications and tests may call, in real JVMs with the shipped agent. */
@Execution(ExecutionMode.CONCURRENT)
class ApiIT {

    private interface Check {
        Stream<DynamicTest> on(Jdk jdk) throws IOException, InterruptedException;
    }

    private static List<DynamicTest> onEach(Check check) throws IOException, InterruptedException {
        Stream<DynamicTest> tests = Stream.of();
        for (Jdk jdk : InstalledJdks.chosen()) {
            tests = Stream.concat(tests, check.on(jdk));
        }
        return tests.toList();
    }

    private static DynamicTest test(String name, Jdk jdk, org.junit.jupiter.api.function.Executable body) {
        return DynamicTest.dynamicTest(name + " on " + jdk, body);
    }

    private static List<String> threadsFound(Report report) {
        return report.occurrences().stream()
                .map(line -> Report.text(line, "thread.name").orElse(""))
                .toList();
    }

    @TestFactory
    List<DynamicTest> assert_unmounts() throws IOException, InterruptedException {
        return onEach(jdk -> {
            ApiRun run = new ApiRun("Assertions", jdk).option("max-blocking-time=off");
            return run.claims(run.run(), 13);
        });
    }

    @TestFactory
    List<DynamicTest> allowed_blocking() throws IOException, InterruptedException {
        return onEach(jdk -> {
            var run = new ApiRun("Allowed", jdk);
            Outcome outcome = run.run();
            Report report = Report.in(run.report());
            List<String> found = threadsFound(report);
            return Stream.of(
                    test(
                            "g26_ignore_current_suppresses",
                            jdk,
                            () -> assertThat(found)
                                    .as(outcome::described)
                                    .contains("g26-not-ignored")
                                    .doesNotContain("g26-ignored")),
                    test(
                            "g27_monitor_current_reenables",
                            jdk,
                            () -> assertThat(found)
                                    .as(outcome::described)
                                    .contains("g27-monitored-again", "monitored-in-scope")),
                    test(
                            "g28_a_scope_ends_at_its_exit_also_after_a_remount",
                            jdk,
                            () -> assertThat(found)
                                    .as(outcome::described)
                                    .contains("g28-after-scope-with-remount")
                                    .doesNotContain("g28-in-scope-after-remount", "nested")),
                    test(
                            "what_lies_behind_the_scope_in_the_same_hold_counts",
                            jdk,
                            () -> assertThat(found)
                                    .as(outcome::described)
                                    .contains("closed-before-the-rest-of-the-hold")),
                    test(
                            "allowed_holds_are_counted_by_reason",
                            jdk,
                            () -> assertThat(report.ofType("end").get(0).get("allowedScopes"))
                                    .as(outcome::described)
                                    .hasToString("{\"ignoreCurrent\":1,\"it is a test\":1,\"outer\":1}")));
        });
    }

    @TestFactory
    List<DynamicTest> listeners() throws IOException, InterruptedException {
        return onEach(jdk -> {
            var run = new ApiRun("Listening", jdk);
            Outcome outcome = run.run();
            Report report = Report.in(run.report());
            return Stream.concat(
                    run.claims(outcome, 6),
                    Stream.of(
                            test(
                                    "g40_edits_appear_in_the_printed_report",
                                    jdk,
                                    () -> assertThat(outcome.stderr())
                                            .contains("[snag] edited by a listener")
                                            .contains("[snag]   because ")),
                            test("g42_a_listener_that_throws_is_counted_and_the_finding_printed", jdk, () -> {
                                assertThat(outcome.stderr())
                                        .contains("Listening$Thrower.occurred: java.lang.AssertionError")
                                        .contains("virtual thread \"heard\"");
                                assertThat(report.ofType("end")
                                                .get(0)
                                                .get("ownErrors")
                                                .getAsLong())
                                        .isPositive();
                            }),
                            test("g44_the_finding_without_a_stack_is_still_counted", jdk, () -> {
                                JsonObject vetoed = report.occurrences().stream()
                                        .filter(line -> Report.text(line, "thread.name")
                                                .orElse("")
                                                .equals("vetoed"))
                                        .findFirst()
                                        .orElseThrow();
                                assertThat(vetoed.getAsJsonArray("stack")).isEmpty();
                            }),
                            test(
                                    "a_listener_that_hangs_keeps_nothing_from_the_file",
                                    jdk,
                                    () -> assertThat(threadsFound(report))
                                            .as(outcome::described)
                                            .contains("hangs", "behind-one-that-hangs")),
                            test(
                                    "a_listener_that_hangs_does_not_keep_the_jvm_from_ending",
                                    jdk,
                                    () -> assertThat(outcome.killed()).isFalse())));
        });
    }

    @TestFactory
    List<DynamicTest> monitoring_functions() throws IOException, InterruptedException {
        return onEach(jdk -> {
            var run = new ApiRun("Functions", jdk);
            Outcome outcome = run.run();
            return Stream.concat(
                    run.claims(outcome, 4),
                    Stream.of(test(
                            "g49_a_function_that_throws_is_reported_once",
                            jdk,
                            () -> assertThat(outcome.stderr().split("thrown on purpose", -1))
                                    .as(outcome::described)
                                    .hasSize(2))));
        });
    }

    @TestFactory
    List<DynamicTest> stop_signal() throws IOException, InterruptedException {
        return onEach(jdk -> {
            var run = new ApiRun("StopSignal", jdk);
            Outcome outcome = run.run();
            Report report = Report.in(run.report());
            return Stream.concat(
                    run.claims(outcome, 2), Stream.of(test("g50_the_watch_ends_with_its_last_lines", jdk, () -> {
                        assertThat(outcome.stderr()).contains("has ended the watch (enough)");
                        assertThat(report.ofType("end"))
                                .singleElement()
                                .satisfies(end -> assertThat(end.get("alive").getAsBoolean())
                                        .isTrue());
                        assertThat(threadsFound(report)).contains("before").doesNotContain("after");
                    })));
        });
    }

    @TestFactory
    List<DynamicTest> without_the_agent() throws IOException, InterruptedException {
        return onEach(jdk -> {
            ApiRun run = new ApiRun("NoAgent", jdk).withoutAgent();
            Outcome outcome = run.run();
            return Stream.concat(
                    run.claims(outcome, 3),
                    Stream.of(test(
                            "without the agent standard error is empty",
                            jdk,
                            () -> assertThat(outcome.stderr()).isEmpty())));
        });
    }

    @TestFactory
    List<DynamicTest> plugins_and_loaders() throws IOException, InterruptedException {
        return onEach(jdk -> {
            var plugin = new ApiRun("WithPlugin", jdk);
            Path services = Files.createDirectories(plugin.folder("classes").resolve("META-INF/services"));
            Files.writeString(services.resolve("dev.snag.SnagListener"), "dev.snag.it.programs.Plugin\n");
            plugin.classes(plugin.folder("classes"));
            var tenants = new ApiRun("Tenants", jdk);
            return Stream.concat(plugin.claims(plugin.run(), 1), tenants.claims(tenants.run(), 3));
        });
    }

    @TestFactory
    List<DynamicTest> memory() throws IOException, InterruptedException {
        return onEach(jdk -> {
            ApiRun run = new ApiRun("Memory", jdk).jvm("-Xmx400m").option("max-memory.heap=96m");
            Outcome outcome = run.run();
            return Stream.concat(
                    run.claims(outcome, 1),
                    Stream.of(test(
                            "g60_memory_is_told_to_people_too",
                            jdk,
                            () -> assertThat(outcome.stderr())
                                    .contains("[snag] memory: heap in use is over max-memory.heap (96.0 MiB)"))));
        });
    }

    @TestFactory
    List<DynamicTest> an_agent_given_twice_counts_once() throws IOException, InterruptedException {
        return onEach(jdk -> {
            ApiRun run = new ApiRun("Allowed", jdk).jvm(Shipped.javaAgent(""));
            Outcome outcome = run.run();
            return Stream.of(test("g70_instrumenting_twice_does_not_double_count", jdk, () -> {
                JsonObject end = Report.in(run.report()).ofType("end").get(0);
                assertThat(end.get("holds").getAsLong()).as(outcome::described).isBetween(12L, 14L);
                assertThat(end.get("pinnedParks").getAsLong()).isEqualTo(10);
            }));
        });
    }

    @TestFactory
    List<DynamicTest> dump() throws IOException, InterruptedException {
        return onEach(jdk -> {
            Stream<DynamicTest> tests = Stream.of();
            for (String tracking : List.of("true", "false")) {
                ApiRun run = new ApiRun("Dumping", jdk).jvm("-Djdk.trackAllThreads=" + tracking);
                tests = Stream.concat(tests, run.claims(run.run(), 4));
            }
            return tests;
        });
    }

    @TestFactory
    List<DynamicTest> on_demand() throws IOException, InterruptedException {
        return onEach(jdk -> Stream.of(
                test("g36_a_tool_dumps_a_jvm_that_is_watched", jdk, () -> dumpOf(new ApiRun("Dumping", jdk), true)),
                test(
                        "g36_a_tool_dumps_a_jvm_without_the_agent",
                        jdk,
                        () -> dumpOf(new ApiRun("LateAttach", jdk).withoutAgent(), false)),
                test("g36_a_process_that_is_none_is_refused_with_status_2", jdk, () -> {
                    Outcome refused = dump(jdk, "999999999");
                    assertThat(refused.status()).as(refused::described).isEqualTo(2);
                    assertThat(refused.stderr()).startsWith("snag: cannot attach to 999999999");
                })));
    }

    private static Outcome dump(Jdk jdk, String pid) throws IOException, InterruptedException {
        return Forked.in(Folders.of("api", String.valueOf(jdk.feature()), "dump-" + pid))
                .arguments(jdk.tool("java"), "-jar", Shipped.agentJar(), "dump", pid)
                .run();
    }

    private static void dumpOf(ApiRun run, boolean watched) throws IOException, InterruptedException {
        Process process = run.forked().start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null && !line.equals("ready")) {
                line = out.readLine();
            }
            assertThat(line).isEqualTo("ready");
            Outcome dump = dump(run.jdk(), String.valueOf(process.pid()));
            assertThat(dump.status()).as(dump::described).isZero();
            assertThat(dump.stdout()).contains("asked for by an attached tool").contains("virtual threads: ");
            if (watched) {
                assertThat(dump.stdout()).containsPattern("\"busy\" #\\d+ RUNNABLE, on carrier .* for \\d+ ms");
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    @TestFactory
    List<DynamicTest> late_attach() throws IOException, InterruptedException {
        return onEach(jdk -> {
            ApiRun run = new ApiRun("LateAttach", jdk).withoutAgent();
            Process process = run.forked().start();
            var claims = new StringBuilder();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    claims.append(line).append('\n');
                    if (line.equals("ready")) {
                        Outcome attached = Forked.in(run.folder("attach"))
                                .arguments(jdk.tool("jcmd"), process.pid(), "JVMTI.agent_load", Shipped.agentJar())
                                .run();
                        assertThat(attached.status()).as(attached::described).isZero();
                        process.getOutputStream().close();
                    }
                }
            }
            process.waitFor();
            return Stream.of(test(
                    "an_agent_that_comes_late_meets_what_was_said_before",
                    jdk,
                    () -> assertThat(claims.toString())
                            .contains("ok an_agent_that_comes_late_meets_what_was_said_before")
                            .doesNotContain("FAILED")));
        });
    }
}
