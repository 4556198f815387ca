package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Profile {@code ci}: what becomes of the exit status, in real JVMs. */
@Execution(ExecutionMode.CONCURRENT)
class GateIT {
    private static final String FAILED = "[snag] gate: FAILED, 1 snag fails (fail-on=new); ";

    static Stream<Jdk> jdks() {
        return InstalledJdks.chosen().stream();
    }

    static Stream<Arguments> endings() {
        return jdks().flatMap(jdk -> Stream.of(
                Arguments.of(jdk, "", 86),
                Arguments.of(jdk, "exit-0", 86),
                Arguments.of(jdk, "exit-0-in-thread", 86),
                Arguments.of(jdk, "throw-in-thread", 86),
                Arguments.of(jdk, "exit-3", 3),
                Arguments.of(jdk, "throw", 1),
                Arguments.of(jdk, "throw-quietly", 1)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void a_status_of_0_becomes_86_and_any_other_stays(Jdk jdk, String ending, int status) throws Exception {
        Outcome outcome = run(jdk, "with-snag-" + ending, "", "snag", ending);
        assertThat(outcome.status()).as(outcome::described).isEqualTo(status);
        assertThat(outcome.stdout()).as("other shutdown hooks run to their end").isEqualTo("hook ended\n");
        String consequence = status == 86 ? "exit status becomes 86" : "exit status stays " + status;
        assertThat(outcome.stderr()).contains(FAILED + consequence);
        assertThat(outcome.stderr()).contains("GatedProgram");
        assertThat(end(outcome, "policy.passes")).isEqualTo("false");
        assertThat(end(outcome, "policy.failing")).isEqualTo("1");
    }

    @ParameterizedTest
    @MethodSource("endings")
    void without_a_snag_every_status_stays(Jdk jdk, String ending, int status) throws Exception {
        Outcome outcome = run(jdk, "without-snag-" + ending, "", "no-snag", ending);
        assertThat(outcome.status()).as(outcome::described).isEqualTo(status == 86 ? 0 : status);
        assertThat(outcome.stdout()).isEqualTo("hook ended\n");
        assertThat(outcome.stderr()).doesNotContain("[snag]");
        assertThat(end(outcome, "policy.passes")).isEqualTo("true");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void halt_runs_no_hook_and_so_no_gate(Jdk jdk) throws Exception {
        Outcome outcome = run(jdk, "halt", "", "snag", "halt-0");
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stdout()).isEmpty();
        assertThat(check(jdk, outcome).status()).as("check fails closed").isNotZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_signal_keeps_its_status(Jdk jdk) throws Exception {
        Process process = forked(jdk, "signal", "", List.of("snag", "wait")).start();
        try (var stdout = process.inputReader()) {
            assertThat(stdout.readLine()).isEqualTo("waits");
            process.toHandle().destroy(); // leaves the streams open
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(stdout.readLine()).isEqualTo("hook ended");
        }
        assertThat(Files.readString(folder(jdk, "signal").resolve("stderr"))).contains("exit status stays 143");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_a_rule_allows_is_counted_and_neither_told_nor_failed(Jdk jdk) throws Exception {
        Path rules = folder(jdk, "rules").resolve("allow.txt");
        Files.createDirectories(rules.getParent());
        Files.writeString(
                rules,
                "PINNED(CLASS_INIT) any:*.GatedProgram.snag because it is once at start\n"
                        + "CPU com.acme.* because nobody knows\n"
                        + "PINNED any:*.GatedProgram.* until=2020-01-31 because we wait for the next release\n");
        Outcome outcome = run(jdk, "allowed", "allow=" + rules, "snag");
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stderr())
                .contains("[snag] allow: 1 allowed by " + rules + ", line 1: PINNED(CLASS_INIT) any:*.GatedProgram.snag"
                        + " because it is once at start")
                .contains("[snag] allow: rule never hit, take it out if that stays so: " + rules + ", line 2: CPU")
                .contains("[snag] allow: rule expired on 2020-01-31, would have allowed 0; ")
                .contains("[snag] gate: passed (fail-on=new): 1 allowed")
                .doesNotContain("appears to be blocked");
        assertThat(Report.text(report(outcome).occurrences().get(0), "policy")).contains("ALLOWED_BY_RULE");
        assertThat(end(outcome, "occurrences")).isEqualTo("1");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_rule_past_its_date_allows_nothing(Jdk jdk) throws Exception {
        Path rules = folder(jdk, "expired-rules").resolve("allow.txt");
        Files.createDirectories(rules.getParent());
        Files.writeString(rules, "PINNED any:*.GatedProgram.* until=2020-01-31 because we wait for the next release\n");
        Outcome outcome = run(jdk, "expired", "allow=" + rules, "snag");
        assertThat(outcome.status()).as(outcome::described).isEqualTo(86);
        assertThat(outcome.stderr()).contains("rule expired on 2020-01-31, would have allowed 1; ");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void the_baseline_that_a_run_gave_lets_the_next_one_pass(Jdk jdk) throws Exception {
        Outcome first = run(jdk, "before-baseline", "", "snag");
        assertThat(check(jdk, first).status()).isEqualTo(1);
        Path baseline = folder(jdk, "baseline").resolve("snag-baseline.txt");
        Outcome written = command(jdk, "baseline", "baseline", "--write", baseline, "--from", reports(first));
        assertThat(written.status()).as(written::described).isZero();
        assertThat(check(jdk, first, "--baseline", baseline).status()).isZero();

        Outcome second = run(jdk, "with-baseline", "baseline=" + baseline, "snag");
        assertThat(second.status()).as(second::described).isZero();
        assertThat(second.stderr())
                .contains("[snag] gate: passed (fail-on=new): 1 known")
                .doesNotContain("appears to be blocked");
        Outcome any = run(jdk, "with-baseline-any", "fail-on=any,baseline=" + baseline, "snag");
        assertThat(any.status()).as(any::described).isEqualTo(86);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void g58_where_nothing_was_watched_nothing_passes(Jdk jdk) throws Exception {
        Outcome none = run(jdk, "no-virtual-thread", "", "exit-0");
        assertThat(none.status()).as(none::described).isEqualTo(86);
        assertThat(none.stderr()).contains("no virtual thread ran, so nothing was watched");
        assertThat(check(jdk, none).status()).isEqualTo(2);
        Outcome noReport = run(jdk, "no-virtual-thread-no-report", "report=none", "exit-0");
        assertThat(noReport.status()).as(noReport::described).isEqualTo(86);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void g58_a_jvm_that_cannot_be_watched_fails(Jdk jdk) throws Exception {
        Outcome outcome = forked(
                        jdk,
                        "no-continuations",
                        "",
                        List.of("snag"),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:-VMContinuations")
                .run();
        assertThat(outcome.status()).as(outcome::described).isEqualTo(86);
        assertThat(outcome.stderr()).contains("has no continuations").contains("exit status becomes 86");
    }

    @ParameterizedTest
    @CsvSource({"profile=test, snag", "fail-on=none, snag", "fail-on=CPU:MONITOR, snag", "fail-on=none, exit-0"})
    void who_does_not_ask_for_it_keeps_a_status_of_0(String options, String end) throws Exception {
        Jdk jdk = InstalledJdks.chosen().get(0);
        Outcome outcome = run(jdk, "not-asked-" + options.replace(':', '-') + "-" + end, options, end);
        assertThat(outcome.status()).as(outcome::described).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "fail-on=nwe, bad value 'nwe' for fail-on in the agent's argument",
        "baseline=nowhere, cannot read the file of baseline",
        "allow=nowhere, cannot read the file of allow"
    })
    void a_bad_policy_stops_the_jvm_before_main(String options, String said) throws Exception {
        Jdk jdk = InstalledJdks.chosen().get(0);
        Outcome outcome = run(jdk, "bad-" + options, options, "no-snag");
        assertThat(outcome.status()).as(outcome::described).isEqualTo(2);
        assertThat(outcome.stdout()).isEmpty();
        assertThat(outcome.stderr()).startsWith("snag: " + said).hasLineCount(1);
    }

    private static Outcome run(Jdk jdk, String name, String options, String... arguments)
            throws IOException, InterruptedException {
        List<String> given =
                Stream.of(arguments).filter(each -> !each.isEmpty()).toList();
        return forked(jdk, name, options, given).run();
    }

    private static Forked forked(Jdk jdk, String name, String options, List<String> arguments, String... jvm)
            throws IOException {
        Path folder = folder(jdk, name);
        // The threshold is high enough for a machine that is busy, and below the snag's length.
        String defaults = "max-blocking-time=400ms,";
        String given = options.contains("profile=") ? options : "profile=ci," + options;
        String report = options.contains("report=") ? "" : ",report=" + folder.resolve("report");
        return Forked.in(folder)
                .arguments(jdk.tool("java"))
                .arguments(List.of(jvm))
                .arguments("-Xverify:all", Shipped.javaAgent(defaults + given + report), "-cp", testClasses())
                .arguments(GatedProgram.class.getName())
                .arguments(arguments);
    }

    private static Path testClasses() {
        return Path.of(GatedProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private static Path folder(Jdk jdk, String name) {
        return Folders.of("gate", String.valueOf(jdk.feature()), name);
    }

    private static Path reports(Outcome outcome) {
        return outcome.folder().resolve("report");
    }

    private static Report report(Outcome outcome) throws IOException {
        return Report.in(reports(outcome));
    }

    private static String end(Outcome outcome, String path) throws IOException {
        return Report.text(report(outcome).ofType("end").get(0), path).orElseThrow();
    }

    private static Outcome check(Jdk jdk, Outcome outcome, Object... more) throws IOException, InterruptedException {
        List<Object> arguments = Stream.concat(
                        Stream.of("check"), Stream.concat(Stream.of(more), Stream.of(reports(outcome))))
                .toList();
        return command(jdk, "check", arguments.toArray());
    }

    private static Outcome command(Jdk jdk, String name, Object... arguments) throws IOException, InterruptedException {
        return Forked.in(folder(jdk, name))
                .arguments(jdk.tool("java"), "-jar", Shipped.agentJar())
                .arguments(arguments)
                .run();
    }
}
