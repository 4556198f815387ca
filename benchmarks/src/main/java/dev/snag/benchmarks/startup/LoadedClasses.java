package dev.snag.benchmarks.startup;

import dev.snag.benchmarks.fork.BenchmarkFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a JVM took its classes from, as {@code -Xlog:class+load} says.
 *
 * @param all classes loaded
 * @param shared those of them that came out of an archive of class-data sharing (CDS)
 * @param programShared whether the program's own class was among these
 */
record LoadedClasses(long all, long shared, boolean programShared) {
    private static final String SOURCE = " source: ";
    private static final String FROM_ARCHIVE = SOURCE + "shared objects file";

    /** The JVM's argument that writes the log. */
    static String logTo(Path file) {
        return "-Xlog:class+load:file=" + file;
    }

    static LoadedClasses of(List<String> log, String program) {
        List<String> loads = log.stream().filter(line -> line.contains(SOURCE)).toList();
        List<String> shared =
                loads.stream().filter(line -> line.contains(FROM_ARCHIVE)).toList();
        return new LoadedClasses(
                loads.size(), shared.size(), shared.stream().anyMatch(line -> line.contains(" " + program + " ")));
    }

    static LoadedClasses in(Path log, String program) {
        try (Stream<String> lines = Files.lines(log)) {
            return of(lines.toList(), program);
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot read the log of class loading " + log, e);
        }
    }
}
