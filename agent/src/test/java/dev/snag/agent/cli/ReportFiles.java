package dev.snag.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports as the agent writes them, for tests of the commands. */
final class ReportFiles {

    static final String START = """
            {"type":"start","format":1,"time":"2026-11-24T10:15:29Z","pid":%d,"jdk":"21","options":{},"sensors":{}}
            """;
    static final String FOUND = """
            {"type":"occurrence","id":"%s","ongoing":false,"time":"2026-11-24T10:15:30Z","kind":"PINNED","severity":"ERROR",\
            "durationMs":180.5,"thresholdMs":20.0,"thread":{"id":44},"carrier":{"id":31},"compensated":false,"sensors":[],\
            "offender":{"class":"com.acme.Cache","method":"load","line":1},"stack":[],"fingerprint":"%s","why":"It sleeps."}
            """;
    static final String END = """
            {"type":"end","time":"2026-11-24T10:16:00Z","alive":true,"holds":9,"occurrences":2}
            """;
    static final String A = "00000000000000aa";
    static final String B = "00000000000000bb";

    private ReportFiles() {}

    /** One JVM with two snags. */
    static Path twoSnags(Path folder) throws IOException {
        return write(folder, START.formatted(4711) + FOUND.formatted("1", A) + FOUND.formatted("2", B) + END);
    }

    static Path write(Path folder, String text) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("snags.jsonl");
        Files.writeString(file, text);
        return file;
    }
}
