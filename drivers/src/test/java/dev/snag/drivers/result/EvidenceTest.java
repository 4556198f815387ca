package dev.snag.drivers.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.ThreadRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EvidenceTest {

    @Test
    void a_file_of_the_run_is_told_without_the_machines_folders() {
        var occurrence = new Occurrence(
                "1-1",
                false,
                Instant.EPOCH,
                Severity.ERROR,
                new Hold(new ThreadRef("log-1", 40), new ThreadRef("carrier", 30), 300, 100, 0, false),
                new Cause(
                        Kind.BLOCKING_CALL,
                        null,
                        Category.FILE,
                        "FileOutputStream.writeBytes",
                        null,
                        List.of(),
                        Map.of()),
                new Place(null, null, null, List.of(), "f"),
                "It is on file descriptor 5 /somewhere/snag/drivers/target/lab/runs/logback-pipe-1.6.6-on-25/pipe (file).",
                null,
                null);

        assertThat(Evidence.of("log", List.of(occurrence)).why()).isEqualTo("It is on file descriptor 5 pipe (file).");
    }
}
