package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.findings.AgentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnagFileTest {

    @TempDir
    private Path folder;

    private static AgentError entry(String message) {
        return new AgentError(Recording.NOW, "here", message);
    }

    private SnagFile open(long pid) throws IOException {
        return SnagFile.open(folder.toFile(), pid);
    }

    @Test
    void each_entry_is_there_as_a_line_as_soon_as_it_is_written() throws IOException {
        try (SnagFile file = open(1)) {
            assertThat(file.path()).isEqualTo(folder.resolve("snags.jsonl").toFile());
            file.write(entry("größer\n"));
            assertThat(Files.readString(file.path().toPath()))
                    .startsWith("{\"type\":\"error\"")
                    .contains("größer\\n")
                    .endsWith("}\n");
        }
    }

    @Test
    void the_folder_and_those_above_it_are_made() throws IOException {
        Path deep = folder.resolve("a b/c+d/e");
        try (SnagFile file = SnagFile.open(deep.toFile(), 1)) {
            assertThat(file.path()).exists();
        }
    }

    @Test
    void what_earlier_runs_wrote_is_kept_and_added_to() throws IOException {
        Files.writeString(folder.resolve("snags.jsonl"), "before\n");
        try (SnagFile file = open(1)) {
            file.write(entry("after"));
        }

        assertThat(Files.readAllLines(folder.resolve("snags.jsonl")))
                .hasSize(2)
                .first()
                .isEqualTo("before");
    }

    @Test
    void a_line_that_a_killed_run_left_open_is_ended_first() throws IOException {
        Files.writeString(folder.resolve("snags.jsonl"), "before\n{\"type\":\"occ");
        try (SnagFile file = open(1)) {
            file.write(entry("after"));
        }

        assertThat(Files.readAllLines(folder.resolve("snags.jsonl")))
                .hasSize(3)
                .startsWith("before", "{\"type\":\"occ")
                .last()
                .asString()
                .startsWith("{\"type\":\"error\"")
                .endsWith("}");
    }

    @Test
    void what_another_adds_meanwhile_is_not_written_over() throws IOException {
        try (SnagFile file = open(1)) {
            file.write(entry("first"));
            Files.writeString(file.path().toPath(), "of another\n", StandardOpenOption.APPEND);
            file.write(entry("second"));
        }

        assertThat(Files.readAllLines(folder.resolve("snags.jsonl")))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).isEqualTo("of another"))
                .satisfies(lines -> assertThat(lines.get(2)).contains("second"));
    }

    @Test
    void g57_another_at_the_same_time_has_a_folder_of_its_own() throws IOException {
        try (SnagFile first = open(1);
                SnagFile second = open(2)) {
            first.write(entry("of the first"));
            second.write(entry("of the second"));

            assertThat(second.path())
                    .isEqualTo(folder.resolve("jvm-2/snags.jsonl").toFile());
            assertThat(first.path()).content().contains("first").doesNotContain("second");
            assertThat(second.path()).content().contains("second").doesNotContain("first");
        }
    }

    @Test
    void when_the_first_has_ended_the_folder_is_free_again() throws IOException {
        open(1).close();
        try (SnagFile next = open(2)) {
            assertThat(next.path()).isEqualTo(folder.resolve("snags.jsonl").toFile());
        }
    }

    @Test
    void where_even_the_folder_of_its_own_is_taken_it_says_so() throws IOException {
        try (SnagFile first = open(1);
                SnagFile second = open(2)) {
            assertThat(first.path()).isNotEqualTo(second.path());
            assertThatThrownBy(() -> open(2))
                    .isInstanceOf(IOException.class)
                    .hasMessage("another process writes to " + folder.resolve("jvm-2"));
        }
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_told() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> SnagFile.open(file.toFile(), 1))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is a file, not a folder");
        assertThatThrownBy(() -> SnagFile.open(file.resolve("below").toFile(), 1))
                .isInstanceOf(IOException.class)
                .hasMessage("the folder " + file.resolve("below") + " cannot be made");
    }

    @Test
    void a_folder_in_the_place_of_the_file_is_told() throws IOException {
        Files.createDirectory(folder.resolve("snags.jsonl"));

        assertThatThrownBy(() -> open(1)).isInstanceOf(IOException.class).hasMessageContaining("snags.jsonl");
    }
}
