package dev.snag.findings.report.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

    @TempDir
    private Path repository;

    @BeforeEach
    void sources() throws IOException {
        for (String file : List.of(
                "src/main/java/com/acme/Main.java",
                "web/api/src/main/kotlin/com/acme/web/Handler.kt",
                "generated/com/acme/Made.java",
                "target/src/main/java/com/acme/Copied.java")) {
            Files.createDirectories(repository.resolve(file).getParent());
            Files.writeString(repository.resolve(file), "");
        }
    }

    private static Frame of(String className) {
        return new Frame(className, "m", 1, null, null);
    }

    @Test
    void sources_are_found_in_the_usual_folders_of_the_build_and_its_modules() throws IOException {
        SourceTree tree = SourceTree.of(repository, List.of());

        assertThat(tree.of(of("com.acme.Main"))).contains("src/main/java/com/acme/Main.java");
        assertThat(tree.of(of("com.acme.Main$Inner$1"))).contains("src/main/java/com/acme/Main.java");
        assertThat(tree.of(of("com.acme.Main$$Lambda/0x01"))).contains("src/main/java/com/acme/Main.java");
        assertThat(tree.of(of("com.acme.web.Handler"))).contains("web/api/src/main/kotlin/com/acme/web/Handler.kt");
        assertThat(tree.of(of("com.acme.Made"))).isEmpty();
        assertThat(tree.of(of("com.acme.Copied"))).isEmpty();
    }

    @Test
    void folders_that_are_named_are_the_only_ones() throws IOException {
        SourceTree tree = SourceTree.of(
                repository, List.of(repository.resolve("generated").toAbsolutePath()));
        assertThat(tree.of(of("com.acme.Made"))).contains("generated/com/acme/Made.java");
        tree = SourceTree.of(repository, List.of(Path.of("generated")));

        assertThat(tree.of(of("com.acme.Made"))).contains("generated/com/acme/Made.java");
        assertThat(tree.of(of("com.acme.Main"))).isEmpty();
    }
}
