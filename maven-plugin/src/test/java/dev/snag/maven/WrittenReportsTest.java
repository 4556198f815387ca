package dev.snag.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenReportsTest {

    @TempDir
    private Path folder;

    @Test
    void what_a_module_has_left_comes_back_as_it_was() {
        for (Written written : List.of(
                Written.NOTHING,
                new Written("web", List.of(new File("a"), new File("b"))),
                new Written(null, List.of(new File("a"))))) {
            assertThat(Written.of(written.strings())).isEqualTo(written);
        }
    }

    @Test
    void only_what_is_there_is_read_and_nothing_twice() {
        var shared = new Written(null, List.of(folder.toFile(), new File(folder.toFile(), "none")));

        assertThat(new WrittenReports(List.of(shared, shared)).roots()).containsExactly(folder);
    }

    @Test
    void modules_without_the_agent_are_named() {
        var reports = new WrittenReports(List.of(
                new Written(null, List.of(new File("a"))),
                new Written("web", List.of(new File("b"))),
                Written.NOTHING));

        assertThat(reports.unwatched()).containsExactly("web");
        assertThat(reports.isSkipped()).isFalse();
        assertThat(new WrittenReports(List.of(Written.NOTHING)).isSkipped()).isTrue();
    }
}
