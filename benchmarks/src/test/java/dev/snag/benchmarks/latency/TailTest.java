package dev.snag.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.benchmarks.fork.BenchmarkFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailTest {
    @TempDir
    private Path reports;

    @Test
    void onlyTheFirstLinesOfOngoingHoldsAreSightingsAlsoWhereALineComesInTwoPieces() {
        // Each question whether the file still grows appends the next piece.
        Iterator<String> pieces = List.of(
                        "{\"type\":\"start\"}\n{\"type\":\"occurrence\",\"ongo",
                        "ing\":true,\"thread\":{\"id\":7}}\n",
                        "{\"type\":\"occurrence\",\"ongoing\":false,\"thread\":{\"id\":7}}\n")
                .iterator();
        append("");
        Tail tail = new Tail(reports, () -> {
            boolean more = pieces.hasNext();
            if (more) {
                append(pieces.next());
            }
            return more;
        });

        assertThat(tail.follow()).extracting(Sighting::thread).containsExactly(7L);
    }

    @Test
    void aProgramThatEndsWithoutAFileIsAFailure() {
        assertThatThrownBy(() -> new Tail(reports, () -> false).follow())
                .isInstanceOf(BenchmarkFailed.class)
                .hasMessageContaining("no snags.jsonl");
    }

    private void append(String text) {
        try {
            Files.writeString(
                    reports.resolve("snags.jsonl"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
