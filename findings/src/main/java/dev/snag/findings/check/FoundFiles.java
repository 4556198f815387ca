package dev.snag.findings.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The reports that are meant by files and folders. */
public final class FoundFiles {

    private static final String NAME = "snags.jsonl";

    private FoundFiles() {}

    /**
     * Each file that is named, and each {@code snags.jsonl} in and below each folder; in order, none twice.
     *
     * @throws IOException where one is not there or cannot be read
     */
    public static List<Path> in(List<Path> roots) throws IOException {
        var found = new TreeSet<Path>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> below = Files.walk(root)) {
                    below.filter(path -> path.endsWith(NAME)).forEach(found::add);
                }
            } else if (Files.exists(root)) {
                found.add(root);
            } else {
                throw new NoSuchFileException(root.toString(), null, "it is not there");
            }
        }
        return List.copyOf(found);
    }
}
