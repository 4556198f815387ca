package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's Maven project with the extension, built by the Maven that builds this. */
class SurefireIT {

    private static final Path PROJECT = Path.of("src/it/junit-under-surefire");
    private static final String NEWEST = "6.1.3";

    private record Built(Outcome outcome, Path folder) {

        /** The report of one class of tests, as CI servers read it. */
        String report(String type) throws IOException {
            return Files.readString(folder.resolve("target/surefire-reports/TEST-com.acme." + type + ".xml"));
        }
    }

    private static Built build(String name, String junit, String... more) throws IOException, InterruptedException {
        Jdk jdk = InstalledJdks.chosen().getLast();
        Path folder = Folders.of(SurefireIT.class.getSimpleName(), name, "project");
        Folders.makeEmpty(folder);
        copy(PROJECT.toAbsolutePath(), folder);
        Forked maven = Forked.in(folder.resolveSibling("run"))
                .arguments(Path.of(System.getProperty("snag.maven.home"), "bin", "mvn"))
                .arguments("-B", "-ntp", "-f", folder.resolve("pom.xml"), "test")
                .arguments("-Dmaven.repo.local=" + System.getProperty("snag.maven.repository"))
                .arguments("-Djunit.version=" + junit)
                .arguments("-Dit.agent.jar=" + Shipped.agentJar())
                .arguments("-Dit.junit.jar=" + Shipped.junitJar())
                .arguments("-Dit.api.jar=" + Shipped.apiJar())
                .arguments("-Dit.findings.jar=" + Shipped.findingsJar())
                .arguments(List.of(more))
                .environment("JAVA_HOME", jdk.home().toString())
                .environment("MAVEN_OPTS", "");
        return new Built(maven.run(), folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    @ParameterizedTest(name = "with JUnit {0}")
    @ValueSource(strings = {"5.10.3", "6.1.3"})
    void it_build_fails_for_the_guilty_test_and_its_report_has_the_finding(String junit) throws Exception {
        Built built = build("guilty-" + junit, junit);

        assertThat(built.outcome.status()).as(built.outcome::described).isEqualTo(1);
        assertThat(built.outcome.stdout())
                .as(built.outcome::described)
                .contains("Tests run: 3, Failures: 1, Errors: 0, Skipped: 0")
                .contains("GuiltyTest.keepsItsCarrier");
        assertThat(built.report("GuiltyTest"))
                .contains("dev.snag.junit.BlockingFound", "PINNED (CLASS_INIT)")
                .contains("at com.acme.GuiltyTest$Slow.<clinit>(GuiltyTest.java:");
        assertThat(built.report("InnocentTest")).doesNotContain("<failure", "<error");
    }

    @Test
    void it_build_passes_with_the_innocent_alone() throws Exception {
        Built built = build("innocent", NEWEST, "-Dtest=InnocentTest");

        assertThat(built.outcome.status()).as(built.outcome::described).isZero();
    }

    @Test
    void it_build_fails_without_the_agent_and_says_what_to_add() throws Exception {
        Built built = build("no-agent", NEWEST, "-Dtest=InnocentTest", "-Dit.argLine=-Xshare:auto");

        assertThat(built.outcome.status()).as(built.outcome::described).isEqualTo(1);
        assertThat(built.outcome.stdout())
                .as(built.outcome::described)
                .contains("Snag does not watch this JVM, so its tests cannot be green")
                .contains("-javaagent:${dev.snag:snag-agent:jar}=profile=test");
    }

    @Test
    void it_build_fails_in_a_fork_of_its_own_for_each_class_and_two_at_a_time() throws Exception {
        Built built = build("forks", NEWEST, "-DforkCount=2", "-DreuseForks=false");

        assertThat(built.outcome.status()).as(built.outcome::described).isEqualTo(1);
        assertThat(built.outcome.stdout())
                .as(built.outcome::described)
                .contains("Tests run: 3, Failures: 1, Errors: 0, Skipped: 0");
        try (Stream<Path> walk = Files.walk(built.folder.resolve("target/snag"))) {
            assertThat(walk.filter(file -> file.endsWith("snags.jsonl"))).hasSize(2);
        }
    }
}
