package dev.snag.findings.check;

import static dev.snag.findings.Occurrences.as;
import static dev.snag.findings.Occurrences.pinned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.findings.End;
import dev.snag.findings.Entry;
import dev.snag.findings.Occurrences;
import dev.snag.findings.Start;
import dev.snag.findings.jsonl.JsonlWriter;
import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.BaselineLine;
import dev.snag.findings.policy.Doubts;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    private static final Start START = new Start(Occurrences.TIME, 4711, "21", Map.of(), Map.of());
    private static final End END = end(7);

    @TempDir
    private Path folder;

    @Test
    void all_reports_below_a_folder_are_one_run() throws Exception {
        write("a/snags.jsonl", START, END, START, end(0));
        write("b/jvm-12/snags.jsonl", START, as("1", true, pinned()), as("1", false, pinned()), END);
        write("b/other.jsonl", as("2", false, pinned()));
        Checked checked = check("new", folder);
        assertThat(checked.read())
                .containsExactly(
                        folder.resolve("a/snags.jsonl") + ": 2 JVMs, 7 holds, 0 occurrences",
                        folder.resolve("b/jvm-12/snags.jsonl") + ": 1 JVM, 7 holds, 1 occurrence");
        assertThat(checked.result()).isInstanceOfSatisfying(GateResult.Fails.class, fails -> {
            assertThat(fails.count()).isEqualTo(1);
            assertThat(fails.doubts()).isEmpty();
        });
        assertThat(checked.found()).containsExactly(BaselineLine.of(pinned()));
    }

    @Test
    void a_run_without_findings_passes() throws Exception {
        write("snags.jsonl", START, END);
        assertThat(check("new", folder).result()).isEqualTo(new GateResult.Passes());
        assertThat(check("new", folder.resolve("snags.jsonl")).result()).isEqualTo(new GateResult.Passes());
    }

    @Test
    void g58_nothing_that_was_watched_is_not_green() throws Exception {
        assertThat(doubts(check("new", folder))).singleElement().asString().startsWith("there is no snags.jsonl in or");
        write("snags.jsonl", START, end(0));
        assertThat(doubts(check("new", folder))).containsExactly(Doubts.NOTHING_RAN);
        Files.writeString(folder.resolve("snags.jsonl"), "");
        assertThat(doubts(check("new", folder)).getFirst()).endsWith("snags.jsonl: no JVM has written to it");
    }

    @Test
    void g58_a_jvm_that_did_not_end_in_good_order_is_not_green() throws Exception {
        write("snags.jsonl", START, START, END);
        assertThat(doubts(check("new", folder)))
                .containsExactly(
                        folder.resolve("snags.jsonl") + ": JVM 4711, started at 2026-11-24T10:15:30.123456Z, has no"
                                + " end line: it was killed or still runs, so not all may be there");
        write("snags.jsonl", START, new End(Occurrences.TIME, false, 7, 0, 0, 0, 0, 0, 0));
        assertThat(doubts(check("new", folder)).getFirst()).contains("the monitor was not alive");
    }

    @Test
    void a_hang_in_a_jvm_that_was_killed_fails_and_is_named() throws Exception {
        write("snags.jsonl", START, as("1", true, pinned()));
        assertThat(check("new", folder).result()).isInstanceOfSatisfying(GateResult.Fails.class, fails -> {
            assertThat(fails.snags()).hasSize(1);
            assertThat(fails.doubts()).hasSize(1);
        });
    }

    @Test
    void a_line_that_cannot_be_read_is_named_and_not_green() throws Exception {
        write("snags.jsonl", START, END);
        Path file = folder.resolve("snags.jsonl");
        Files.writeString(file, Files.readString(file) + "{\"type\":\"occurrence\",\"id");
        Checked checked = check("new", folder);
        assertThat(checked.read().getFirst()).endsWith(", 1 line skipped");
        assertThat(doubts(checked))
                .containsExactly(
                        file + ": line 3 ends in its middle, as the last line of a killed JVM may; it was skipped,"
                                + " and a finding may be in it");
    }

    @Test
    void a_folder_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> check("new", folder.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
    }

    private static List<String> doubts(Checked checked) {
        assertThat(checked.result()).isEqualTo(new GateResult.Untrusted(checked.doubts()));
        return checked.doubts();
    }

    private static End end(long holds) {
        return new End(Occurrences.TIME, true, holds, 0, 0, 0, 0, 0, 0);
    }

    private void write(String name, Entry... entries) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(JsonlWriter.line(entry)).append('\n');
        }
        Files.writeString(file, text);
    }

    private static Checked check(String failOn, Path root) throws IOException, PolicyError {
        return Check.of(
                List.of(root),
                new Policy(
                        AllowRules.NONE,
                        Baseline.NONE,
                        FailOn.parse(failOn),
                        List.of(),
                        LocalDate.parse("2026-11-24")));
    }
}
