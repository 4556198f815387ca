package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A program of {@code dev.snag.it.programs}, forked; it prints a line for each of its claims. */
final class ApiRun {

    private static final String OK = "ok ";
    private static final String FAILED = "FAILED ";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String program;
    private final Jdk jdk;
    private final Path folder;
    private final List<String> options = new ArrayList<>();
    private final List<String> jvm = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private boolean agent = true;

    ApiRun(String program, Jdk jdk) throws IOException {
        this.program = program;
        this.jdk = jdk;
        folder = Folders.of("api", String.valueOf(jdk.feature()), program + "-" + NUMBER.incrementAndGet());
        Folders.makeEmpty(report());
    }

    Path report() {
        return folder.resolve("report");
    }

    ApiRun option(String option) {
        options.add(option);
        return this;
    }

    ApiRun jvm(String argument) {
        jvm.add(argument);
        return this;
    }

    /** One more of the program. */
    ApiRun argument(String argument) {
        arguments.add(argument);
        return this;
    }

    ApiRun withoutAgent() {
        agent = false;
        return this;
    }

    Jdk jdk() {
        return jdk;
    }

    Path folder(String name) {
        return folder.resolve(name);
    }

    /** More classes on its path. */
    ApiRun classes(Path more) {
        classes.add(more.toString());
        return this;
    }

    /** Classes of the programs and of the API, and nothing of the agent. */
    private String classPath() {
        return String.join(File.pathSeparator, classes);
    }

    Forked forked() throws IOException {
        options.add("report=" + report());
        classes.add(Shipped.testClasses().toString());
        classes.add(Shipped.apiJar().toString());
        return Forked.in(folder.resolve("run"))
                .arguments(jdk.tool("java"))
                .arguments(agent ? List.of(Shipped.javaAgent(String.join(",", options))) : List.of())
                .arguments(jvm)
                .arguments("-cp", classPath(), "dev.snag.it.programs." + program)
                .arguments(arguments);
    }

    Outcome run() throws IOException, InterruptedException {
        return forked().run();
    }

    /** A test of each claim that the program makes; at least so many. */
    Stream<DynamicTest> claims(Outcome outcome, int least) {
        List<String> claims = outcome.stdout()
                .lines()
                .filter(line -> line.startsWith(OK) || line.startsWith(FAILED))
                .toList();
        Stream<DynamicTest> whole =
                Stream.of(DynamicTest.dynamicTest(program + " on " + jdk + " makes its claims and ends well", () -> {
                    assertThat(claims).as(outcome::described).hasSizeGreaterThanOrEqualTo(least);
                    assertThat(outcome.status()).as(outcome::described).isZero();
                }));
        return Stream.concat(
                whole,
                claims.stream()
                        .map(claim -> DynamicTest.dynamicTest(
                                claim.replaceFirst("^(ok|FAILED) ", "").replaceFirst(": .*", "") + " on " + jdk,
                                () -> assertThat(claim).as(outcome::described).startsWith(OK))));
    }
}
