package dev.snag.runtime.ledger;

import dev.snag.runtime.origins.Application;
import dev.snag.runtime.origins.CodeSources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A recorder of which a test sees the file and the text; the test's own thread runs it. */
final class Recording {

    static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");

    final Ledger ledger = new Ledger();
    final Text text = new Text();
    private final Path folder;
    private final Recorder recorder;

    Recording(Path folder) {
        this(folder, true);
    }

    /** With no report where the folder is null. */
    Recording(Path folder, boolean prints) {
        this(folder, prints, Audience.NONE);
    }

    Recording(Path folder, boolean prints, Audience audience) {
        this.folder = folder;
        var clock = new WallClock(Clock.fixed(NOW, ZoneOffset.UTC), () -> Reports.START);
        File report = folder == null ? null : folder.toFile();
        var setup = new Recorder.Setup(4711, "Acme 25", report, prints, Map.of("profile", "dev"));
        var sources =
                new CodeSources(() -> new Class<?>[0], new CodeSources.Own(List.of(), List.of()), Application.UNKNOWN);
        var advice = new AdviceFiles(null, 25, ledger);
        var creations = new CreationOf(null, sources);
        recorder = new Recorder(
                ledger,
                setup,
                clock,
                prefix -> new OccurrenceOf(prefix, clock, sources, NoCode.INSTANCE, advice, creations, carrier -> null),
                text,
                audience);
    }

    Recording started() {
        recorder.started(Map.of());
        return this;
    }

    Recording started(Map<String, String> sensors) {
        recorder.started(sensors);
        return this;
    }

    /** Records what the ledger has taken, and the end. */
    Recording end() {
        try {
            ledger.ended(true, 12, 3);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        recorder.run();
        return this;
    }

    void record(Ledger.Event event) {
        recorder.record(event);
    }

    /** The lines of the file, as they are. */
    List<String> file() {
        try {
            return Files.readAllLines(folder.resolve("snags.jsonl"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<String> file(String type) {
        return file().stream()
                .filter(line -> line.startsWith("{\"type\":\"" + type + "\""))
                .toList();
    }

    /** No code can be read. */
    enum NoCode implements MonitorSites {
        INSTANCE;

        @Override
        public String monitorAt(StackTraceElement frame, boolean waits) {
            return null;
        }

        @Override
        public Owned ownedAt(StackTraceElement frame) {
            return new Owned.Unknown();
        }
    }

    /** Text as it came, and a sink that fails where the test wants it to. */
    static final class Text implements TextSink {

        final List<String> lines = new ArrayList<>();
        Exception failure;
        int failed;
        boolean closed;

        @Override
        public void write(String text) throws IOException {
            switch (failure) {
                case null -> lines.addAll(text.lines().toList());
                case IOException e -> {
                    failed++;
                    throw e;
                }
                default -> {
                    failed++;
                    throw new IllegalStateException(failure);
                }
            }
        }

        @Override
        public void close() {
            closed = true;
        }

        List<String> headlines() {
            return lines.stream()
                    .filter(line -> line.contains("virtual thread"))
                    .toList();
        }
    }
}
