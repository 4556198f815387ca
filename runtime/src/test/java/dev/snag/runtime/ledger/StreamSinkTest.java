package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamSinkTest {

    @TempDir
    private Path folder;

    @Test
    void text_is_added_to_a_file_in_utf_8_whose_folder_is_made() throws IOException {
        Path file = folder.resolve("logs/snag.log");
        StreamSink.file(file.toFile()).write("[snag] größer\n");
        StreamSink.file(file.toFile()).write("[snag] zwei\n");

        assertThat(Files.readAllLines(file)).containsExactly("[snag] größer", "[snag] zwei");
    }

    @Test
    void a_file_that_cannot_be_opened_is_an_error_of_the_one_who_asks() {
        assertThatThrownBy(() -> StreamSink.file(folder.toFile())).isInstanceOf(IOException.class);
    }
}
