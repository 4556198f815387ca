package dev.snag.benchmarks.snags;

import dev.snag.benchmarks.fork.BenchmarkFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of one JVM's {@code snags.jsonl}. */
public record SnagsFile(Path file, List<SnagsLine> lines) {
    private static final String NAME = "snags.jsonl";

    /** The file below a report folder, where there is one yet. */
    public static Optional<Path> find(Path reportFolder) {
        if (!Files.isDirectory(reportFolder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(reportFolder)) {
            return files.filter(file -> file.endsWith(NAME)).findFirst();
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot search " + reportFolder, e);
        }
    }

    /** Reads the file of a JVM that has ended. */
    public static SnagsFile in(Path reportFolder) {
        Path file = find(reportFolder)
                .orElseThrow(() -> new BenchmarkFailed("No " + NAME + " in " + reportFolder + ": nothing was watched"));
        try {
            return new SnagsFile(
                    file,
                    Files.readAllLines(file).stream().map(SnagsLine::parse).toList());
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot read " + file, e);
        }
    }

    /** The occurrences, each by the last of its lines. */
    public Collection<SnagsLine> occurrences() {
        Map<String, SnagsLine> lastOfId = new LinkedHashMap<>();
        lines.stream().filter(SnagsLine::isOccurrence).forEach(line -> lastOfId.put(line.text("id"), line));
        return lastOfId.values();
    }

    public List<SnagsLine> excused() {
        return lines.stream().filter(SnagsLine::isExcused).toList();
    }

    /** The line that closes the file of a JVM which ended in good order. */
    public SnagsLine end() {
        return lines.stream()
                .filter(line -> line.type().equals("end"))
                .findFirst()
                .orElseThrow(() -> new BenchmarkFailed("No end line in " + file));
    }

    /** Bytes of the file. */
    public long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot read the size of " + file, e);
        }
    }
}
