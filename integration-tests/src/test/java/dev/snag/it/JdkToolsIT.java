package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** In the JDK's own tools, into which {@code JAVA_TOOL_OPTIONS} puts the agent too, it keeps quiet and touches nothing. */
class JdkToolsIT {
    @EachJdk
    void javac(Jdk jdk) throws Exception {
        Forked forked = tool(jdk, "javac");
        Path source = Files.writeString(
                Folders.of("JdkToolsIT", String.valueOf(jdk.feature()), "javac", "Empty.java"), "class Empty {}\n");
        silent(forked.arguments(source).run());
        assertThat(source.resolveSibling("Empty.class")).exists();
    }

    @EachJdk
    void jar(Jdk jdk) throws Exception {
        silent(tool(jdk, "jar").arguments("--version").run());
    }

    @EachJdk
    void jcmd(Jdk jdk) throws Exception {
        silent(tool(jdk, "jcmd").arguments("-l").run());
    }

    @EachJdk
    void javap(Jdk jdk) throws Exception {
        silent(tool(jdk, "javap").arguments("java.lang.Runnable").run());
    }

    @EachJdk
    void a_program_that_is_no_tool_is_watched(Jdk jdk) throws Exception {
        Outcome outcome = tool(jdk, "java")
                .arguments(Programs.puppet("settle", "hold:1500"))
                .run();
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stderr()).as(outcome::described).contains("[snag] PINNED (");
        assertThat(outcome.folder().resolve("report/snags.jsonl")).exists();
    }

    /** With options that would be heard if they were read. */
    private static Forked tool(Jdk jdk, String name) throws IOException {
        Path folder = Stage.of(jdk, JdkToolsIT.class, name).folder();
        return Forked.in(folder)
                .arguments(jdk.tool(name))
                .environment("JAVA_TOOL_OPTIONS", Shipped.javaAgent(options(name)));
    }

    private static String options(String name) {
        return name.equals("java") ? "report=report" : "report=report,nonsense=1";
    }

    private static void silent(Outcome outcome) {
        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stderr().lines())
                .as(outcome::described)
                .hasSize(1)
                .allMatch(line -> line.startsWith("Picked up JAVA_TOOL_OPTIONS: "));
        assertThat(outcome.stdout()).as(outcome::described).doesNotContain("[snag]");
        assertThat(outcome.folder().resolve("report")).doesNotExist();
    }
}
