package dev.snag.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierReportsTest {

    private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    private Path folder;

    private Path written(String name, Instant when) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(when));
        return file;
    }

    @Test
    void reports_of_earlier_builds_go_wherever_they_are_below() throws IOException {
        Path above = written("snags.jsonl", START.minusSeconds(1));
        Path below = written("jvm-2/snags.jsonl", START.minusSeconds(3600));

        assertThat(EarlierReports.delete(folder, START)).isEqualTo(2);
        assertThat(above).doesNotExist();
        assertThat(below).doesNotExist();
    }

    @Test
    void those_of_other_modules_of_this_build_stay() throws IOException {
        Path other = written("snags.jsonl", START.plusSeconds(1));

        assertThat(EarlierReports.delete(folder, START)).isZero();
        assertThat(other).exists();
    }

    @Test
    void other_files_stay() throws IOException {
        Path page = written("snags.html", START.minusSeconds(1));

        assertThat(EarlierReports.delete(folder, START)).isZero();
        assertThat(page).exists();
    }

    @Test
    void no_folder_is_fine() throws IOException {
        assertThat(EarlierReports.delete(folder.resolve("none"), START)).isZero();
    }
}
