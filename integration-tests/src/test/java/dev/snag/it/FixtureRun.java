package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.fixtures.expect.Fixture;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** One fixture on one JDK, without the agent and with it. */
record FixtureRun(Fixture fixture, Jdk jdk) {

    /** A test of each fixture on each chosen JDK. */
    static Stream<DynamicTest> ofAll(boolean alone) throws IOException {
        String wanted = System.getProperty("snag.fixture", "");
        List<Fixture> fixtures = dev.snag.fixtures.expect.FixtureCatalog.read(Shipped.fixtureSources()).stream()
                .filter(fixture -> fixture.alone() == alone && fixture.name().contains(wanted))
                .toList();
        return InstalledJdks.chosen().stream()
                .flatMap(jdk -> fixtures.stream().map(fixture -> new FixtureRun(fixture, jdk)))
                .map(run -> DynamicTest.dynamicTest(run.displayName(), run::check));
    }

    private String displayName() {
        var expected = fixture.expectedOn(jdk.feature());
        String what =
                expected.isEmpty() ? "is silent" : "finds " + expected.get(0).kind();
        return fixture.name() + " on " + jdk + " " + what;
    }

    private void check() throws IOException, InterruptedException {
        fixture.skipReason(jdk.feature()).ifPresent(reason -> Assumptions.abort("skipped: " + reason));
        Path folder = Folders.of("fixtures", String.valueOf(jdk.feature()), fixture.name());
        Outcome without = fork(folder.resolve("without"), List.of());
        Path report = folder.resolve("report");
        Folders.makeEmpty(report);
        String options = String.join(
                ",",
                Stream.concat(Stream.of("report=" + report), fixture.agentOptions().stream())
                        .toList());
        Outcome with = fork(folder.resolve("with"), List.of(Shipped.javaAgent(options)));
        assertThat(without.status())
                .as(() -> "without the agent\n" + without.described())
                .isEqualTo(fixture.exitStatus());
        checkProgram(without, with);
        checkReport(Report.in(report), with);
    }

    private Outcome fork(Path folder, List<String> agent) throws IOException, InterruptedException {
        return Forked.in(folder)
                .arguments(jdk.tool("java"))
                .arguments(agent)
                .arguments(fixture.jvmArguments())
                .arguments("-cp", Shipped.fixtureClassPath(), fixture.className())
                .lineAfterFirstOutput(fixture.stdinDelayMillis())
                .run();
    }

    private void checkProgram(Outcome without, Outcome with) {
        assertThat(with.status())
                .as(() -> "status with the agent\n" + with.described())
                .isEqualTo(without.status());
        assertThat(with.stdoutBytes())
                .as(() -> "stdout with the agent\n" + with.described())
                .isEqualTo(without.stdoutBytes());
        if (fixture.expectedOn(jdk.feature()).isEmpty()) {
            assertThat(with.stderrBytes())
                    .as(() -> "stderr with the agent and nothing to report\n" + with.described())
                    .isEqualTo(without.stderrBytes());
        } else {
            assertThat(with.stderrOfTheProgram())
                    .as(() -> "stderr with the agent, without what it says\n" + with.described())
                    .isEqualTo(without.stderrOfTheProgram());
        }
    }

    private void checkReport(Report report, Outcome with) throws IOException {
        List<String> misfits =
                new SnagMatch(fixture, jdk.feature(), Shipped.fixtureClasses()).misfits(report.occurrences());
        assertThat(misfits)
                .as(() -> fixture.name() + " on " + jdk + "\n" + String.join("\n", misfits) + "\n" + with.described())
                .isEmpty();
        assertThat(report.ofType("start")).as("start lines").hasSize(1);
        assertThat(report.ofType("error")).as("errors of the agent").isEmpty();
        assertThat(report.ofType("end")).as("end lines").hasSize(1);
        JsonObject end = report.ofType("end").get(0);
        assertThat(end.get("alive").getAsBoolean()).as("alive: %s", end).isTrue();
        assertThat(end.get("ownErrors").getAsLong()).as("own errors: %s", end).isZero();
        assertThat(end.get("dropped").getAsLong()).as("dropped: %s", end).isZero();
        assertThat(end.get("occurrences").getAsLong())
                .as("occurrences counted: %s", end)
                .isEqualTo(
                        report.occurrences().stream().mapToLong(Report::count).sum());
    }
}
