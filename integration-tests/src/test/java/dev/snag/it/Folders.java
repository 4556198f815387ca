package dev.snag.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the artifacts of forked JVMs are. */
final class Folders {
    private Folders() {}

    /** The folder of one run. */
    static Path of(String... names) {
        return Path.of(System.getProperty("snag.artifacts", "target/forked"), names)
                .toAbsolutePath();
    }

    static void makeEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> old;
            try (Stream<Path> walk = Files.walk(folder)) {
                old = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : old) {
                path.toFile().setWritable(true);
                Files.delete(path);
            }
        }
        Files.createDirectories(folder);
    }
}
