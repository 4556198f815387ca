package dev.snag.drivers.run;

import dev.snag.drivers.workload.Marker;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the lab's files are, all beneath one folder. */
public record LabFolders(Path work) {
    public LabFolders {
        work = work.toAbsolutePath().normalize();
    }

    /** Where class paths are kept that were once asked for. */
    Path classPaths() {
        return work.resolve("class-paths");
    }

    /** Of one server; stays, so that nothing need be unpacked or fetched again. */
    Path server(String key) {
        return work.resolve("servers").resolve(key);
    }

    /** Of one run: what the JVM printed, the agent's report, files of the database. */
    Path run(String row, int jdk) {
        return work.resolve("runs").resolve(row + "-on-" + jdk);
    }

    /** Of the run that has to confirm what was found in that one. */
    Path secondRun(String row, int jdk) {
        return work.resolve("runs").resolve(row + "-on-" + jdk + "-again");
    }

    /** The outcomes of all runs so far. */
    public Path results() {
        return work.resolve("results.json");
    }

    /** The lab's own classes, as they were loaded: a jar or a folder. */
    public static Path ownClasses() {
        return locationOf(Marker.class);
    }

    /** What programs that run servers need beside them. */
    static Stream<Path> classPathOfServers() {
        return Stream.of(ownClasses(), locationOf(Jdk.class)).distinct();
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a folder, or makes it empty. */
    static Path empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> old;
            try (Stream<Path> all = Files.walk(folder)) {
                old = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : old) {
                Files.delete(path);
            }
        }
        return Files.createDirectories(folder);
    }
}
