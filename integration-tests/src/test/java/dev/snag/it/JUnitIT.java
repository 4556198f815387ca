package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The extension as its users have it: the shipped jars, in JVMs that run JUnit. */
class JUnitIT {

    private static final int GUILTY = 3;
    private static final int INNOCENT = 4;
    private static final int IN_ONE_JVM = 50;
    private static final int COST_TRIES = 3;
    private static final long COST_MILLIS = 5_000;

    private static long count(Outcome outcome, String begin) {
        return outcome.stdout().lines().filter(line -> line.startsWith(begin)).count();
    }

    private static void judgedRightly(Outcome outcome, int times) {
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(count(outcome, "FAILED GuiltyCases.")).as(outcome::described).isEqualTo((long) times * GUILTY);
        assertThat(count(outcome, "SUCCESSFUL InnocentCases."))
                .as(outcome::described)
                .isEqualTo((long) times * INNOCENT);
        assertThat(count(outcome, "FAILED")).as(outcome::described).isEqualTo((long) times * GUILTY);
        // The reason too, but of the first hold of a JVM the stack may come too late on a busy machine.
        assertThat(outcome.stdout().lines().filter(line -> line.startsWith("FAILED")))
                .as(outcome::described)
                .allMatch(line -> line.contains("BlockingFound [snag] PINNED ("));
    }

    /** {@code -Dsnag.times=200} for what the issue asks for. */
    @EachJdk
    void in_parallel_the_guilty_fails_every_time_and_the_innocent_never(Jdk jdk) throws Exception {
        int times = Integer.getInteger("snag.times", 10);
        for (int done = 0; done < times; done += IN_ONE_JVM) {
            int now = Math.min(IN_ONE_JVM, times - done);
            var stage = JUnitStage.watched(jdk, JUnitIT.class, "parallel-" + done, JUnitStage.NEWEST, "-Dtimes=" + now);

            judgedRightly(stage.run("jvm", JUnitStage.parallel(), "GuiltyCases", "InnocentCases"), now);
        }
    }

    static Stream<Arguments> versions() {
        return InstalledJdks.chosen().stream()
                .flatMap(jdk -> JUnitStage.VERSIONS.stream().map(version -> Arguments.of(jdk, version)));
    }

    @ParameterizedTest(name = "on {0} with JUnit {1}")
    @MethodSource("versions")
    void with_each_version_of_junit(Jdk jdk, String junit) throws Exception {
        var stage = JUnitStage.watched(jdk, JUnitIT.class, "junit-" + junit, junit);

        judgedRightly(stage.run("one-after-the-other", List.of(), "GuiltyCases", "InnocentCases"), 1);
        judgedRightly(stage.run("parallel", JUnitStage.parallel(), "GuiltyCases", "InnocentCases"), 1);
    }

    @EachJdk
    void the_report_names_the_test_of_each_finding(Jdk jdk) throws Exception {
        var stage = JUnitStage.watched(jdk, JUnitIT.class, "report", JUnitStage.NEWEST);

        stage.run("jvm", List.of(), "GuiltyCases");

        // The profile's strict rules tell of the calls that these tests make, too.
        List<JsonObject> found = stage.stage().report().occurrences().stream()
                .filter(line -> line.get("thresholdMs").getAsDouble() > 0)
                .toList();
        assertThat(found.stream().map(line -> Report.text(line, "test").orElse("none")))
                .containsExactlyInAnyOrder(
                        "dev.snag.it.programs.GuiltyCases.in_a_bare_thread_that_nobody_joins",
                        "dev.snag.it.programs.GuiltyCases.in_an_executor_that_all_share",
                        "dev.snag.it.programs.GuiltyCases.through_a_platform_thread");
    }

    @EachJdk
    void without_an_agent_nothing_is_green(Jdk jdk) throws Exception {
        var stage = JUnitStage.of(jdk, JUnitIT.class, "no-agent", JUnitStage.NEWEST, JUnitStage.detected());

        Outcome outcome = stage.run("jvm", List.of(), "GuiltyCases", "InnocentCases");

        assertThat(count(outcome, "SUCCESSFUL GuiltyCases") + count(outcome, "SUCCESSFUL InnocentCases"))
                .as(outcome::described)
                .isZero();
        assertThat(outcome.stdout().lines().filter(line -> line.startsWith("FAILED")))
                .as(outcome::described)
                .hasSize(2)
                .allMatch(line ->
                        line.contains("NotWatching Snag does not watch this JVM, so its tests cannot be green: it"
                                + " has no agent, and there is none to attach"))
                .allMatch(line -> line.contains("<artifactId>snag-maven-plugin</artifactId>"))
                .allMatch(
                        line -> line.contains("<argLine>-javaagent:${dev.snag:snag-agent:jar}=profile=test</argLine>"));
    }

    @EachJdk
    void the_agent_can_be_attached_to_a_jvm_without_it(Jdk jdk) throws Exception {
        var stage = JUnitStage.of(
                jdk,
                JUnitIT.class,
                "attached",
                JUnitStage.NEWEST,
                JUnitStage.detected(),
                "-Dsnag.report=none",
                "-Ddev.snag.junit.agent=" + Shipped.agentJar());

        judgedRightly(stage.run("jvm", List.of(), "GuiltyCases", "InnocentCases"), 1);
    }

    /** The bound; what it really takes is printed. Of a few tries the best counts: the machine may be busy. */
    @EachJdk
    void a_thousand_watched_tests_take_at_most_five_seconds_longer(Jdk jdk) throws Exception {
        long longer = Long.MAX_VALUE;
        for (int i = 0; i < COST_TRIES && longer >= COST_MILLIS; i++) {
            var plain = JUnitStage.of(jdk, JUnitIT.class, "cost-plain-" + i, JUnitStage.NEWEST);
            var watched = JUnitStage.watched(jdk, JUnitIT.class, "cost-watched-" + i, JUnitStage.NEWEST);

            long without = took(plain.run("jvm", List.of(), "TrivialCases"));
            long with = took(watched.run("jvm", List.of(), "TrivialCases"));

            System.out.println("1000 trivial tests on " + jdk + ": " + without + " ms, watched " + with + " ms");
            longer = Math.min(longer, with - without);
        }
        assertThat(longer).isLessThan(COST_MILLIS);
    }

    private static long took(Outcome outcome) {
        assertThat(count(outcome, "SUCCESSFUL TrivialCases.trivial"))
                .as(outcome::described)
                .isEqualTo(1_001);
        return outcome.stdout()
                .lines()
                .filter(line -> line.startsWith("took "))
                .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    @EachJdk
    void beside_jacoco(Jdk jdk) throws Exception {
        String jacoco = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.matches(".*org\\.jacoco\\.agent-[0-9.]+-runtime\\.jar"))
                .findFirst()
                .orElseThrow();
        var stage = JUnitStage.watched(
                jdk, JUnitIT.class, "jacoco", JUnitStage.NEWEST, "-javaagent:" + jacoco + "=destfile=jacoco.exec");

        judgedRightly(stage.run("jvm", JUnitStage.parallel(), "GuiltyCases", "InnocentCases"), 1);
    }
}
