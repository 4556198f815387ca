package dev.snag.benchmarks.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A child JVM that ended with status 0.
 *
 * @param wallNanos from before the process was started until its end had been seen
 */
public record FinishedJvm(Path folder, long wallNanos, Path stdout, Path stderr) {

    public double wallMs() {
        return wallNanos / 1e6;
    }

    /** The number after {@code name=} at the start of a line of standard output. */
    public double said(String name) {
        String prefix = name + "=";
        try {
            List<String> lines = Files.readAllLines(stdout);
            return lines.stream()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> Double.parseDouble(line.substring(prefix.length())))
                    .findFirst()
                    .orElseThrow(() -> new BenchmarkFailed("No line " + prefix + " in " + stdout));
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot read " + stdout, e);
        }
    }
}
