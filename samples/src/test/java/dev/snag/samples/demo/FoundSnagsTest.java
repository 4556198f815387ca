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
import dev.snag.samples.load.Scenario;
import dev.snag.samples.planted.Branches;
import dev.snag.samples.planted.RateCache;
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
    void what_was_found_stands_beside_what_was_planted() throws Exception {
        write(
                START,
                hold("1", "a", RateCache.class, true, 100),
                hold("1", "a", RateCache.class, false, 5012.4),
                hold("2", "a", RateCache.class, false, 4987),
                hold("3", "b", RateCache.class, false, 120),
                hold("4", "c", String.class, false, 101),
                because(
                        "It waits for the initialization of " + Branches.class.getName() + ".",
                        hold("5", "d", String.class, false, 300)));

        String told = FoundSnags.read(folder).beside(Scenario.planted());

        assertThat(told.replace(folder.toString(), "FOLDER")).isEqualTo("""
                Planted, and what the agent has found of it:
                  GET /branches/{id}     class initializer   1 x BLOCKING_CALL (NATIVE) up to 300 ms
                  GET /rates/{currency}  synchronized cache  2 x BLOCKING_CALL (NATIVE) up to 5012 ms, \
                1 x BLOCKING_CALL (NATIVE) up to 120 ms
                  POST /logins           password hash       nothing
                  GET /quotes            named pipe          nothing
                  POST /receipts         SQLite's busy wait  nothing
                  elsewhere                                  1 x BLOCKING_CALL (NATIVE) up to 101 ms
                The report: FOLDER/snags.jsonl
                """);
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

    private static Occurrence hold(String id, String fingerprint, Class<?> code, boolean ongoing, double durationMs) {
        Frame frame = new Frame(code.getName(), "perEuro", 36, "classes", null);
        return new Occurrence(
                id,
                ongoing,
                NOON,
                Severity.ERROR,
                new Hold(new ThreadRef("request-1", 31), new ThreadRef("worker-1", 30), durationMs, 100, 0, false),
                new Cause(Kind.BLOCKING_CALL, null, Category.NATIVE, "Bank.call", null, List.of("monitor"), Map.of()),
                new Place(frame, frame, frame, List.of(frame), fingerprint),
                "why",
                "advice",
                null);
    }

    private static Occurrence because(String why, Occurrence hold) {
        return new Occurrence(
                hold.id(),
                hold.ongoing(),
                hold.time(),
                hold.severity(),
                hold.hold(),
                hold.cause(),
                hold.place(),
                why,
                hold.advice(),
                hold.test());
    }
}
