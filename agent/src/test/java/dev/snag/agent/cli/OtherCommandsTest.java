package dev.snag.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void merge_makes_one_file_that_check_judges_like_the_parts() throws IOException {
        ReportFiles.twoSnags(folder.resolve("in/a"));
        ReportFiles.write(folder.resolve("in/b"), ReportFiles.START.formatted(12) + ReportFiles.END);
        Path all = folder.resolve("out/all.jsonl");
        CommandRun merge = CommandRun.of("merge", "--output", all, folder.resolve("in"));

        assertThat(merge.status()).isZero();
        assertThat(merge.err()).isEmpty();
        assertThat(merge.out()).contains("in/a/snags.jsonl: 1 JVM", "in/b/snags.jsonl: 1 JVM", all + ": written");
        CommandRun check = CommandRun.of("check", all);
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out()).contains("2 JVMs, 18 holds, 2 occurrences");
        CommandRun again = CommandRun.of("merge", "-o", all, folder.resolve("in"));
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains(all + " is there already, and is not written over");
    }

    @Test
    void merge_refuses_copies_and_nothing_at_all() throws IOException {
        ReportFiles.twoSnags(folder.resolve("in/a"));
        ReportFiles.twoSnags(folder.resolve("in/b"));
        CommandRun copies = CommandRun.of("merge", "-o", folder.resolve("all"), folder.resolve("in"));
        assertThat(copies.status()).isEqualTo(2);
        assertThat(copies.err()).contains("would be counted twice", "JVM 4711, started at");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandRun nothing = CommandRun.of("merge", "-o", folder.resolve("all"), empty);
        assertThat(nothing.status()).isEqualTo(2);
        assertThat(nothing.err()).contains("nothing was written:", "there is no snags.jsonl");
    }

    @Test
    void explain_tells_all_about_one_snag() throws IOException {
        Path report = ReportFiles.twoSnags(folder);
        CommandRun run = CommandRun.of("explain", ReportFiles.A, report);

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith(
                        "snag 00000000000000aa: PINNED at Cache.load held a carrier once, for 181 ms, 181 ms in all")
                .contains("it fails", "[snag] PINNED 181 ms: virtual thread #44", "[snag]   why    It sleeps.");
    }

    @Test
    void explain_names_what_there_is_where_there_is_no_such_snag_or_more_than_one() throws IOException {
        Path report = ReportFiles.twoSnags(folder);
        CommandRun none = CommandRun.of("explain", "ffff", report);
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("there is no snag ffff; there are:", ReportFiles.A, ReportFiles.B);
        CommandRun both = CommandRun.of("explain", "0000", report);
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.err()).contains("more than one snag begins with 0000; these do:");
    }

    @Test
    void attach_refuses_what_is_no_process_and_options_that_the_agent_would_not_take() {
        CommandRun name = CommandRun.of("attach", "tomcat");
        assertThat(name.status()).isEqualTo(2);
        assertThat(name.err()).contains("'tomcat' is no process id; jps lists them");
        CommandRun option = CommandRun.of("attach", "1", "max-blocking-tme=50ms");
        assertThat(option.status()).isEqualTo(2);
        assertThat(option.err()).contains("unknown option 'max-blocking-tme'", "the nearest is 'max-blocking-time'");
        CommandRun value = CommandRun.of("attach", "1", "max-blocking-time=soon");
        assertThat(value.status()).isEqualTo(2);
        assertThat(value.err()).contains("bad value 'soon'");
        CommandRun gone = CommandRun.of("attach", "999999999");
        assertThat(gone.status()).isEqualTo(2);
        assertThat(gone.err()).startsWith("snag: cannot attach to 999999999: ");
    }

    @Test
    void paths_for_another_jvm_are_those_of_the_folder_one_is_in() {
        var here = new File("/here, there");
        assertThat(AttachArgument.of(List.of("report=out", "max-blocking-time=50ms,jfr=off", "log=file:a.txt"), here))
                .isEqualTo("report=/here\\, there/out,max-blocking-time=50ms,jfr=off,log=file:/here\\, there/a.txt");
        assertThat(AttachArgument.of(List.of("report=/there/out\\,side", "log=stderr"), here))
                .isEqualTo("report=/there/out\\,side,log=stderr");
        assertThat(AttachArgument.of(List.of(), here)).isEmpty();
    }

    @Test
    void the_completion_script_completes_commands_and_options_in_bash() throws Exception {
        CommandRun run = CommandRun.of("completion");
        assertThat(run.status()).isZero();
        Path script = folder.resolve("complete.sh");
        Files.writeString(script, run.out());

        assertThat(completed(script, "snag", "che")).isEqualTo("check");
        assertThat(completed(script, "snag", "report", "--form")).isEqualTo("--format");
    }

    private static String completed(Path script, String... words) throws Exception {
        // Within a completion of its own bash has compopt; called like this it has not.
        String ask = "source " + script + "; compopt() { :; }" + "; COMP_WORDS=(" + String.join(" ", words)
                + "); COMP_CWORD=" + (words.length - 1) + "; COMP_LINE='" + String.join(" ", words)
                + "'; _complete_snag; echo \"${COMPREPLY[*]}\"";
        Process bash =
                new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "check", "merge", "explain", "attach"})
    void each_command_has_a_help_with_an_example_and_its_exit_status(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "Usage: java -jar snag.jar " + command,
                        "Example",
                        "java -jar snag.jar " + command,
                        "Exit status:");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }
}
