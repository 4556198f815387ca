package dev.snag.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    private Path folder;

    private Path report;

    @BeforeEach
    void twoSnags() throws IOException {
        report = folder.resolve("report");
        ReportFiles.twoSnags(report);
    }

    @Test
    void a_page_is_written_beside_the_report() {
        CommandRun run = CommandRun.of("report", report);

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("read " + report.resolve("snags.jsonl") + ": 1 JVM, 9 holds, 2 occurrences")
                .contains(report.resolve("snags.html") + ": written, html");
        assertThat(report.resolve("snags.html")).content().contains("snag-" + ReportFiles.A, "snag-" + ReportFiles.B);
    }

    @Test
    void a_single_file_has_its_page_beside_it_too() {
        assertThat(CommandRun.of("report", report.resolve("snags.jsonl")).status())
                .isZero();
        assertThat(report.resolve("snags.html")).exists();
    }

    @Test
    void output_names_the_page_and_makes_its_folder() {
        Path page = folder.resolve("site/page.html");

        assertThat(CommandRun.of("report", report, "--output", page).status()).isZero();
        assertThat(page).exists();
        assertThat(report.resolve("snags.html")).doesNotExist();
    }

    @Test
    void a_format_for_a_build_server_is_printed_and_nothing_else_is() {
        CommandRun run = CommandRun.of("report", "--format", "gitlab", report);

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("[")
                .contains("\"fingerprint\": \"" + ReportFiles.A + "\"")
                .endsWith("]\n");
        assertThat(run.err()).contains("read " + report.resolve("snags.jsonl"));
    }

    @Test
    void several_formats_are_written_from_one_reading() {
        CommandRun run = CommandRun.of(
                "report",
                report,
                "--format=sarif=" + folder.resolve("a.sarif"),
                "--format=JUNIT=" + folder.resolve("a.xml"),
                "--format=html",
                "--format=markdown");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("### :x: Snag: Carriers were held 2 times");
        assertThat(folder.resolve("a.sarif")).content().contains("\"version\": \"2.1.0\"");
        assertThat(folder.resolve("a.xml")).content().contains("<testsuite ");
        assertThat(report.resolve("snags.html")).exists();
        assertThat(run.err().split("read ")).hasSize(2);
    }

    @Test
    void the_baseline_tells_what_is_new() throws IOException {
        Path known = folder.resolve("known.txt");
        Files.writeString(
                known, "# snag baseline 1\n" + ReportFiles.A + " PINNED offender=com.acme.Cache.load caller=-\n");
        CommandRun.of("report", report, "--baseline", known);

        assertThat(report.resolve("snags.html"))
                .content()
                .contains(
                        "<span class=\"state state-fails\">new</span>",
                        "<span class=\"state state-quiet\">known</span>");
    }

    @Test
    void what_is_doubtful_is_said_and_the_page_is_written_all_the_same() throws IOException {
        ReportFiles.write(report, ReportFiles.START.formatted(1) + "garbage\n");
        CommandRun run = CommandRun.of("report", report);

        assertThat(run.status()).isZero();
        assertThat(run.err())
                .startsWith("snag: it cannot be known that all was seen:")
                .contains("line 2 is not one JSON object", "has no end line");
        assertThat(report.resolve("snags.html")).content().contains("What may not have been seen");
    }

    @Test
    void where_nothing_was_watched_nothing_is_written() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandRun nothing = CommandRun.of("report", empty);
        assertThat(nothing.status()).isEqualTo(2);
        assertThat(nothing.err()).contains("there is no snags.jsonl in or below");
        ReportFiles.write(empty, "");
        assertThat(CommandRun.of("report", empty).status()).isEqualTo(2);
        assertThat(empty.resolve("snags.html")).doesNotExist();
        assertThat(CommandRun.of("report", folder.resolve("nowhere")).status()).isEqualTo(2);
    }

    @Test
    void wrong_use_is_said_and_ends_with_2() {
        CommandRun unknown = CommandRun.of("report", "--format", "pdf", report);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("'pdf' is no format; write one of html, sarif, junit, github, gitlab, markdown");
        CommandRun two = CommandRun.of("report", "--format", "sarif", "--format", "junit", report);
        assertThat(two.status()).isEqualTo(2);
        assertThat(two.err()).contains("only one format can go to standard output");
        CommandRun output = CommandRun.of("report", "--format", "sarif=x", "--output", "y", report);
        assertThat(output.status()).isEqualTo(2);
        assertThat(output.err()).contains("--output goes with one --format without a file of its own");
        assertThat(CommandRun.of("report").status()).isEqualTo(2);
    }

    @Test
    void check_writes_the_same_formats_and_keeps_its_status() {
        CommandRun run = CommandRun.of("check", "--format", "github", report);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).startsWith("::error title=PINNED at Cache.load held a carrier once%2C for 181 ms::");
        assertThat(run.err()).contains("gate: FAILED, 2 snags fail", "check: failed");
        assertThat(CommandRun.of("check", "--fail-on", "MONITOR", "--format", "github", report)
                        .status())
                .isZero();
    }

    @Test
    void check_tells_a_build_server_too_that_nothing_was_watched() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path xml = folder.resolve("snag.xml");
        CommandRun run = CommandRun.of("check", "--format", "junit=" + xml, empty);

        assertThat(run.status()).isEqualTo(2);
        assertThat(xml).content().contains("<error type=\"untrusted\" message=\"there is no snags.jsonl in or below");
    }
}
