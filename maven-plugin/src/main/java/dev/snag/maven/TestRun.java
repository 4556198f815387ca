package dev.snag.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Whether tests of a module have run in this build, as Surefire and Failsafe tell by their own reports. */
final class TestRun {

    private static final List<String> REPORTS = List.of("surefire-reports", "failsafe-reports");

    private TestRun() {}

    /**
     * Whether some have.
     *
     * @param target the module's build folder
     * @throws IOException where a folder cannot be listed
     */
    static boolean happened(File target, Instant buildStart) throws IOException {
        for (String name : REPORTS) {
            Path folder = target.toPath().resolve(name);
            if (Files.isDirectory(folder) && hasFresh(folder, buildStart)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFresh(Path folder, Instant buildStart) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("TEST-")
                        && name.endsWith(".xml")
                        && !Files.getLastModifiedTime(file).toInstant().isBefore(buildStart)) {
                    return true;
                }
            }
            return false;
        }
    }
}
