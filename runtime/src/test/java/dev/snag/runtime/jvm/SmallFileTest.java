package dev.snag.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFileTest {

    @TempDir
    private Path folder;

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content).toString();
    }

    @Test
    void one_line_without_its_end() throws IOException {
        assertThat(SmallFile.line(file("1234 (java) S\n"))).isEqualTo("1234 (java) S");
    }

    @Test
    void its_numbers_as_schedstat_has_them() throws IOException {
        assertThat(SmallFile.numbers(file("9007199254740993 12 3\n"))).containsExactly(9_007_199_254_740_993L, 12, 3);
    }

    @Test
    void what_cannot_be_read_is_null_and_harms_nobody() throws IOException {
        assertThat(SmallFile.line(folder.resolve("gone").toString())).isNull();
        assertThat(SmallFile.line(folder.toString())).isNull();
        assertThat(SmallFile.numbers(folder.resolve("gone").toString())).isNull();
        assertThat(SmallFile.numbers(file(""))).isNull();
        assertThat(SmallFile.numbers(file("1 two 3"))).isNull();
    }
}
