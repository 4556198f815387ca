package dev.snag.findings.report.github;

import static dev.snag.findings.Occurrences.pinned;
import static dev.snag.findings.Occurrences.withText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.report.Run;
import dev.snag.findings.report.SourcePaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void a_snag_that_fails_is_an_error_at_its_line() throws IOException {
        SourcePaths sources = frame -> Optional.of("src/main/java/a,b.java");
        String text = WorkflowCommands.text(
                Run.in(folder)
                        .with(withText(pinned(), "100% blocked:\nreally", "Fix it."))
                        .ended()
                        .report(),
                sources);

        assertThat(text.lines().toList())
                .containsExactly(
                        "::error file=src/main/java/a%2Cb.java,line=41,title=PINNED(MONITOR) at OrderCache.load held a"
                                + " carrier once%2C for 1204 ms::PINNED(MONITOR) at OrderCache.load held a carrier once,"
                                + " for 1204 ms. 100%25 blocked:%0Areally Fix it.%0Aat"
                                + " com.acme.orders.OrderCache.load:88 [orders-1.2.jar], snag 9f3c01ab77d2e4f0",
                        "::notice title=Snag::A carrier was held once, for 1204 ms. One snag is behind it, and it fails."
                                + " 12,345 mounts of virtual threads in 1 JVM were watched.");
    }

    @Test
    void a_file_that_is_not_there_is_not_named() throws IOException {
        assertThat(WorkflowCommands.text(Run.in(folder).with(pinned()).ended().report(), SourcePaths.none()))
                .startsWith("::error title=PINNED(MONITOR)");
    }

    @Test
    void no_more_than_github_shows_are_printed_and_the_number_is_said() throws IOException {
        var run = Run.in(folder);
        for (int i = 0; i < 60; i++) {
            run.with(Run.hold(i, i));
        }
        List<String> lines =
                WorkflowCommands.text(run.report(), SourcePaths.none()).lines().toList();

        assertThat(lines).filteredOn(line -> line.startsWith("::error")).hasSize(10);
        assertThat(lines).filteredOn(line -> line.startsWith("::warning")).hasSize(10);
        assertThat(lines).anyMatch(line -> line.startsWith("::error title=Snag cannot know that all was seen::"));
        assertThat(lines.getLast()).contains("60 snags are behind it; 48 fail.");
    }
}
