package dev.snag.findings.report.sources;

import dev.snag.findings.Frame;
import dev.snag.findings.report.SourcePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of sources in a repository: those that are named, else the usual ones of a build and of its modules. */
public final class SourceTree implements SourcePaths {

    private static final List<String> USUAL =
            List.of("src/main/java", "src/test/java", "src/main/kotlin", "src/test/kotlin", "src/integrationTest/java");
    private static final List<String> LANGUAGES = List.of(".java", ".kt", ".scala", ".groovy");
    private static final int MODULE_DEPTH = 2;

    private final Path repository;
    private final List<Path> folders;
    private final Map<String, Optional<String>> found = new HashMap<>();

    private SourceTree(Path repository, List<Path> folders) {
        this.repository = repository;
        this.folders = folders;
    }

    /**
     * Of a repository.
     *
     * @param named folders of sources, from the repository's root; where there is none the usual ones are looked for in
     *     it and in its modules, up to two folders down
     * @throws IOException where the repository's folders cannot be listed
     */
    public static SourceTree of(Path repository, List<Path> named) throws IOException {
        Path root = repository.toAbsolutePath().normalize();
        if (!named.isEmpty()) {
            return new SourceTree(root, named.stream().map(root::resolve).toList());
        }
        var folders = new ArrayList<Path>();
        addUsual(root, MODULE_DEPTH, folders);
        return new SourceTree(root, folders);
    }

    private static void addUsual(Path folder, int depth, List<Path> folders) throws IOException {
        for (String usual : USUAL) {
            Path sources = folder.resolve(usual);
            if (Files.isDirectory(sources)) {
                folders.add(sources);
            }
        }
        if (depth > 0) {
            try (Stream<Path> children = Files.list(folder)) {
                for (Path child : children.sorted().toList()) {
                    if (isModule(child)) {
                        addUsual(child, depth - 1, folders);
                    }
                }
            }
        }
    }

    private static boolean isModule(Path child) {
        String name = child.getFileName().toString();
        return Files.isDirectory(child)
                && Files.isReadable(child)
                && !name.startsWith(".")
                && !List.of("src", "target", "build", "node_modules").contains(name);
    }

    @Override
    public Optional<String> of(Frame frame) {
        return found.computeIfAbsent(SourcePaths.below(frame), this::look);
    }

    private Optional<String> look(String below) {
        for (Path folder : folders) {
            for (String language : LANGUAGES) {
                Path file = folder.resolve(below + language);
                if (Files.isRegularFile(file)) {
                    return Optional.of(repository.relativize(file).toString().replace('\\', '/'));
                }
            }
        }
        return Optional.empty();
    }
}
