package dev.snag.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandsTest {

    private static final String START = """
            {"type":"start","format":1,"time":"2026-11-24T10:15:29Z","pid":4711,"jdk":"21","options":{},"sensors":{}}
            """;
    private static final String FOUND = """
            {"type":"occurrence","id":"%s","ongoing":false,"time":"2026-11-24T10:15:30Z","kind":"PINNED","severity":"ERROR",\
            "durationMs":180.5,"thresholdMs":20.0,"thread":{"id":44},"carrier":{"id":31},"compensated":false,"sensors":[],\
            "offender":{"class":"com.acme.Cache","method":"load","line":1},"stack":[],"fingerprint":"%s"}
            """;
    private static final String END = """
            {"type":"end","time":"2026-11-24T10:16:00Z","alive":true,"holds":%d,"occurrences":2}
            """;
    private static final String A = "00000000000000aa";
    private static final String B = "00000000000000bb";

    @TempDir
    private Path folder;

    private Path report;
    private Path baseline;
    private String out;
    private String err;

    @BeforeEach
    void twoSnags() throws IOException {
        report = folder.resolve("report");
        baseline = folder.resolve("known.txt");
        Files.createDirectory(report);
        report(START + FOUND.formatted("1", A) + FOUND.formatted("2", B) + END.formatted(9));
    }

    @Test
    void check_ends_with_1_where_a_snag_fails_and_names_it() {
        assertThat(run("check", report)).isEqualTo(1);
        assertThat(out)
                .contains("read " + report.resolve("snags.jsonl") + ": 1 JVM, 9 holds, 2 occurrences")
                .contains("gate: FAILED, 2 snags fail (fail-on=new)")
                .contains("PINNED offender=com.acme.Cache.load caller=-, 1 time, longest 181 ms, snag " + A)
                .endsWith("check: failed" + System.lineSeparator());
    }

    @Test
    void check_ends_with_0_where_all_is_well() throws IOException {
        assertThat(run("check", "--fail-on", "MONITOR", report)).isZero();
        Path rules = folder.resolve("allow.txt");
        Files.writeString(rules, "PINNED com.acme.* because it is all right\n");
        assertThat(run("check", "--allow", rules, report)).isZero();
        report(START + END.formatted(9));
        assertThat(run("check", report)).isZero();
        assertThat(out).endsWith("check: passed" + System.lineSeparator());
    }

    @Test
    void check_takes_include_for_mine() {
        assertThat(run("check", "--fail-on=mine", "--include=org.acme:com.acme", report))
                .isEqualTo(1);
        assertThat(run("check", "--fail-on=mine", "--include=org.acme", report)).isZero();
    }

    @Test
    void check_ends_with_2_where_nothing_can_be_known() throws IOException {
        report(START + END.formatted(0));
        assertThat(run("check", report)).isEqualTo(2);
        assertThat(out).contains("no virtual thread ran");
        report(START);
        assertThat(run("check", report)).isEqualTo(2);
        assertThat(out).contains("has no end line");
        report(START + "{\"type\":\"occurrence\"\n" + END.formatted(9));
        assertThat(run("check", report)).isEqualTo(2);
        assertThat(out).contains(", 1 line skipped").contains("line 2 is not one JSON object");
        Files.delete(report.resolve("snags.jsonl"));
        assertThat(run("check", report)).isEqualTo(2);
        assertThat(out).contains("there is no snags.jsonl");
    }

    @Test
    void wrong_use_ends_with_2_and_one_line() throws IOException {
        assertThat(run("check", folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(err)
                .isEqualToIgnoringNewLines(
                        "snag: cannot read or write " + folder.resolve("nowhere") + ": it is not there");
        assertThat(run("check", "--fail-on", "nwe", report)).isEqualTo(2);
        assertThat(err).startsWith("snag: 'nwe' is no word of fail-on; ").hasLineCount(1);
        Files.writeString(baseline, "<<<<<<< HEAD\n");
        assertThat(run("check", "--baseline", baseline, report)).isEqualTo(2);
        assertThat(err)
                .startsWith("snag: " + baseline + ", line 1: a merge conflict is left there; ")
                .hasLineCount(1);
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("baseline", "--from", report)).isEqualTo(2);
        assertThat(run("baseline", "--write", baseline, "--update", baseline, "--from", report))
                .isEqualTo(2);
        assertThat(run("baseline", "--write", folder.resolve("new.txt"), "--add", "--from", report))
                .isEqualTo(2);
    }

    @Test
    void a_baseline_is_written_once_and_shields_what_is_in_it() throws IOException {
        assertThat(run("baseline", "--write", baseline, "--from", report)).isZero();
        assertThat(Files.readString(baseline)).contains(A + " PINNED offender=com.acme.Cache.load caller=-\n" + B);
        assertThat(run("check", "--baseline", baseline, report)).isZero();
        assertThat(run("check", "--baseline", baseline, "--fail-on", "any", report))
                .isEqualTo(1);
        assertThat(run("baseline", "--write", baseline, "--from", report)).isEqualTo(2);
        assertThat(err).contains("is there already, and is not written over");
    }

    @Test
    void update_takes_out_what_is_gone_and_takes_nothing_in_by_itself() throws IOException {
        report(START + FOUND.formatted("1", A) + END.formatted(9));
        run("baseline", "--write", baseline, "--from", report);
        report(START + FOUND.formatted("2", B) + END.formatted(9));
        assertThat(run("check", "--baseline", baseline, report)).isEqualTo(1);
        assertThat(out).contains("baseline: 1 of 1 snags were not found; 'baseline --update' takes them out");

        assertThat(run("baseline", "--update", baseline, "--from", report)).isZero();
        assertThat(out).contains("- " + A).contains("new, not taken in: " + B).contains("0 snags, 1 taken out, 1 new");
        assertThat(Files.readString(baseline)).doesNotContain(A).doesNotContain(B);

        assertThat(run("baseline", "--update", baseline, "--add", "--from", report))
                .isZero();
        assertThat(out).contains("+ " + B).contains("1 snag, 0 taken out, 1 taken in");
        assertThat(Files.readString(baseline)).contains(B);
    }

    @Test
    void a_run_of_which_not_all_is_known_changes_no_baseline() throws IOException {
        run("baseline", "--write", baseline, "--from", report);
        String before = Files.readString(baseline);
        report(START + FOUND.formatted("1", A));
        assertThat(run("baseline", "--update", baseline, "--from", report)).isEqualTo(2);
        assertThat(err).contains("the baseline stays as it is").contains("has no end line");
        assertThat(Files.readString(baseline)).isEqualTo(before);
    }

    @Test
    void what_a_rule_allows_is_not_taken_into_the_baseline() throws IOException {
        Path rules = folder.resolve("allow.txt");
        Files.writeString(rules, "PINNED com.acme.* because it is all right\n");
        assertThat(run("baseline", "--write", baseline, "--allow", rules, "--from", report))
                .isZero();
        assertThat(Files.readString(baseline)).doesNotContain(A);
    }

    private void report(String text) throws IOException {
        Files.writeString(report.resolve("snags.jsonl"), text);
    }

    private int run(Object... arguments) {
        CommandRun run = CommandRun.of(arguments);
        out = run.out();
        err = run.err();
        return run.status();
    }
}
