package dev.snag.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Entry;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.Start;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.jsonl.JsonlWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundSnagsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Start START = new Start(NOON, 4711, "25", Map.of(), Map.of());

    @TempDir
    private Path folder;

    @Test
    void each_snag_has_a_line_and_a_hold_counts_once_however_many_lines_it_has() throws Exception {
        write(START, hold("1", true, 100), hold("1", false, 5012.4), hold("2", false, 4987));

        FoundSnags found = FoundSnags.read(folder);

        assertThat(found.toString().replace(folder.toString(), "FOLDER")).isEqualToNormalizingNewlines("""
                Found by the agent in the run on virtual threads:
                 holds     longest  kind                         in
                     2     5012 ms  BLOCKING_CALL  NATIVE        dev.bank.Journal.issue:58
                All of it, one JSON object a line: FOLDER/snags.jsonl""");
    }

    @Test
    void an_agent_that_found_nothing_is_no_error() throws Exception {
        write(START);

        assertThat(FoundSnags.read(folder).snags()).isEmpty();
    }

    @Test
    void an_agent_that_left_nothing_is_an_error() throws Exception {
        assertThatIOException().isThrownBy(() -> FoundSnags.read(folder)).withMessageEndingWith("nothing was watched");
        write();
        assertThatIOException().isThrownBy(() -> FoundSnags.read(folder)).withMessageEndingWith("nothing was watched");
    }

    private void write(Entry... entries) throws Exception {
        try (Writer file = Files.newBufferedWriter(folder.resolve("snags.jsonl"))) {
            JsonlWriter lines = new JsonlWriter(file);
            for (Entry entry : entries) {
                lines.write(entry);
            }
        }
    }

    private static Occurrence hold(String id, boolean ongoing, double durationMs) {
        Frame frame = new Frame("dev.bank.Journal", "issue", 58, "classes", null);
        return new Occurrence(
                id,
                ongoing,
                NOON,
                Severity.ERROR,
                new Hold(new ThreadRef("request-1", 31), new ThreadRef("worker-1", 30), durationMs, 100, 0, false),
                new Cause(
                        Kind.BLOCKING_CALL, null, Category.NATIVE, "NativeDB.step", null, List.of("monitor"), Map.of()),
                new Place(frame, frame, frame, List.of(frame), "abc"),
                "why",
                "advice",
                null);
    }
}
