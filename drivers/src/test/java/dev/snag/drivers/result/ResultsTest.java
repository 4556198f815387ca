package dev.snag.drivers.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsTest {
    @TempDir
    private Path folder;

    @Test
    void one_row_can_be_run_again_without_the_others() throws Exception {
        Path file = folder.resolve("results.json");
        Results first = Results.read(file);
        first.add(outcome("b", 25, Verdict.BLOCKS));
        first.add(outcome("a", 21, Verdict.BLOCKS));
        first.write(file, List.of("a", "b"));

        Results second = Results.read(file);
        second.add(outcome("b", 25, Verdict.FRIENDLY));
        second.add(outcome("b", 21, Verdict.WARNS));
        second.write(file, List.of("a", "b"));

        assertThat(Results.read(file).all())
                .containsExactly(
                        outcome("a", 21, Verdict.BLOCKS),
                        outcome("b", 21, Verdict.WARNS),
                        outcome("b", 25, Verdict.FRIENDLY));
    }

    @Test
    void a_run_that_is_worth_nothing_replaces_no_verdict() throws Exception {
        Results results = Results.read(folder.resolve("none.json"));
        results.add(outcome("a", 21, Verdict.BLOCKS));
        results.add(outcome("a", 21, null));
        assertThat(results.all()).containsExactly(outcome("a", 21, Verdict.BLOCKS));
    }

    @Test
    void a_row_that_is_no_more_is_left_out() throws Exception {
        Path file = folder.resolve("results.json");
        Results results = Results.read(file);
        results.add(outcome("gone", 21, Verdict.BLOCKS));
        results.write(file, List.of("a"));
        assertThat(Results.read(file).all()).isEmpty();
    }

    @Test
    void a_damaged_file_is_named() throws Exception {
        Path file = Files.writeString(folder.resolve("results.json"), "{\"outcomes\": [");
        assertThatThrownBy(() -> Results.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("results.json");
    }

    @Test
    void verdicts_are_written_as_words() throws Exception {
        Path file = folder.resolve("results.json");
        Results results = Results.read(file);
        results.add(outcome("a", 21, Verdict.STANDS_STILL));
        results.write(file, List.of("a"));
        assertThat(Files.readString(file)).contains("\"verdict\": \"stands still\"");
    }

    private static Outcome outcome(String row, int jdk, Verdict verdict) {
        return new Outcome(
                row,
                null,
                "1",
                jdk,
                jdk + ".0",
                null,
                verdict,
                verdict == null ? "no" : null,
                List.of(),
                "now",
                "here",
                0.5,
                "1",
                1);
    }
}
