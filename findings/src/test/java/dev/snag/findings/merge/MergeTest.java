package dev.snag.findings.merge;

import static dev.snag.findings.Occurrences.as;
import static dev.snag.findings.Occurrences.pinned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.End;
import dev.snag.findings.Entry;
import dev.snag.findings.Occurrences;
import dev.snag.findings.Start;
import dev.snag.findings.jsonl.JsonlWriter;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.report.Run;
import dev.snag.findings.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {

    @TempDir
    private Path folder;

    private static Start start(long pid) {
        return new Start(Occurrences.TIME, pid, "21", Map.of(), Map.of());
    }

    private static End end() {
        return new End(Occurrences.TIME, true, 9, 0, 0, 0, 0, 0, 0);
    }

    private Path write(String name, Entry... entries) throws IOException {
        Path file = folder.resolve(name).resolve("snags.jsonl");
        Files.createDirectories(file.getParent());
        var text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(JsonlWriter.line(entry)).append('\n');
        }
        Files.writeString(file, text);
        return file;
    }

    @Test
    void a_report_of_the_whole_is_that_of_the_parts() throws IOException {
        write("in/a", start(1), as("a-1", true, pinned()), as("a-1", false, pinned()), end());
        write("in/b/fork-2", start(2), as("b-1", false, pinned()), end());
        Path target = folder.resolve("all.jsonl");
        Merge merge = Merge.of(List.of(folder.resolve("in")), target);

        assertThat(merge.read()).hasSize(2);
        assertThat(merge.doubts()).isEmpty();
        assertThat(Files.readAllLines(target)).hasSize(7);
        RunReport parts = RunReport.of(List.of(folder.resolve("in")), Run.policy("new"));
        RunReport whole = RunReport.of(List.of(target), Run.policy("new"));
        assertThat(whole.figures()).isEqualTo(parts.figures());
        assertThat(whole.snags()).isEqualTo(parts.snags());
        assertThat(whole.jvms()).hasSize(2);
    }

    @Test
    void what_is_doubtful_stays_doubtful() throws IOException {
        Path cut = write("in/a", start(1));
        Files.writeString(cut, Files.readString(cut) + "{\"type\":\"occurrence\",\"id\":\"a");
        write("in/b", start(2), end());
        Path target = folder.resolve("all.jsonl");
        Merge merge = Merge.of(List.of(folder.resolve("in")), target);

        assertThat(merge.doubts()).hasSize(2);
        RunReport whole = RunReport.of(List.of(target), Run.policy("new"));
        assertThat(whole.checked().result()).isInstanceOf(GateResult.Untrusted.class);
        assertThat(whole.checked().doubts()).hasSize(2);
        assertThat(whole.jvms()).extracting(jvm -> jvm.start().pid()).containsExactly(1L, 2L);
    }

    @Test
    void lines_of_a_later_version_are_kept() throws IOException {
        Path file = write("in/a", start(1), end());
        String later = "{\"type\":\"premonition\",\"of\":\"a hold\"}\n";
        Files.writeString(file, Files.readString(file) + later);
        Path target = folder.resolve("all.jsonl");
        Merge.of(List.of(file), target);

        assertThat(Files.readString(target)).endsWith(later);
    }

    @Test
    void a_jvm_that_is_in_two_files_is_not_counted_twice() throws IOException {
        write("in/a", start(1), end());
        write("in/copy-of-a", start(1), end());
        Path target = folder.resolve("all.jsonl");
        Merge merge = Merge.of(List.of(folder.resolve("in")), target);

        assertThat(merge.twice())
                .singleElement()
                .asString()
                .startsWith("JVM 1, started at 2026-11-24T10:15:30.123456Z, is in");
        assertThat(target).doesNotExist();
    }

    @Test
    void without_a_report_nothing_is_written() throws IOException {
        Path target = folder.resolve("all.jsonl");
        Merge merge = Merge.of(List.of(folder), target);

        assertThat(merge.read()).isEmpty();
        assertThat(merge.doubts().getFirst()).startsWith("there is no snags.jsonl");
        assertThat(target).doesNotExist();
    }
}
