package dev.snag.findings.report.markdown;

import static dev.snag.findings.Occurrences.TIME;
import static dev.snag.findings.Occurrences.pinned;
import static dev.snag.findings.Occurrences.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Frame;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.OpeningSite;
import dev.snag.findings.Place;
import dev.snag.findings.report.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {

    @TempDir
    private Path folder;

    @Test
    void a_comment_says_whether_it_fails_and_has_a_row_for_each_snag() throws IOException {
        assertThat(MarkdownReport.text(Run.in(folder).with(pinned()).ended().report()))
                .startsWith("### :x: Snag: A carrier was held once, for 1204 ms.\n")
                .contains(
                        "| **fails** | PINNED\\(MONITOR\\) | `com.acme.orders.OrderCache.load:88 [orders-1.2.jar]` | 1 |"
                                + " 1204 ms | 1204 ms | `9f3c01ab77d2e4f0` |\n")
                .contains(
                        "<details><summary>PINNED(MONITOR) at OrderCache.load held a carrier once, for 1204 ms</summary>");
    }

    @Test
    void a_run_that_is_well_is_two_sentences() throws IOException {
        assertThat(MarkdownReport.text(Run.in(folder).ended().report()))
                .isEqualTo(
                        "### :white_check_mark: Snag: Nothing held a carrier.\n\n12,345 mounts of virtual threads in 1"
                                + " JVM were watched, and none was held for longer than is fine.\n");
    }

    @Test
    void more_connections_than_are_fine_are_a_line_for_each_destination_with_the_most_that_there_were()
            throws IOException {
        var site = new OpeningSite(9, null, null, List.of());
        var first = new OpenConnections(TIME, "db", "10.0.0.5", 5432, 9, 8, 9, List.of(site));
        var last = new OpenConnections(TIME, "db", "10.0.0.5", 5432, 3, 8, 15, List.of());
        assertThat(MarkdownReport.text(Run.in(folder).with(first, last).ended().report()))
                .startsWith("### :white_check_mark: Snag: ")
                .contains("**More connections than are fine:**")
                .containsOnlyOnce("up to 15 open at one time to db/10.0.0.5:5432")
                .doesNotContain("up to 9");
    }

    @Test
    void a_run_that_cannot_be_trusted_is_not_green() throws IOException {
        assertThat(MarkdownReport.text(Run.in(folder).report()))
                .startsWith("### :warning: Snag: ")
                .contains("**It cannot be known that all was seen:**");
    }

    @Test
    void a_thousand_snags_fit_into_a_comment_and_the_rest_is_counted() throws IOException {
        var run = Run.in(folder);
        for (int i = 0; i < 1_000; i++) {
            run.with(Run.hold(i, i));
        }
        String text = MarkdownReport.text(run.ended().report());

        assertThat(text).hasSizeLessThan(MarkdownReport.LONGEST).contains("and 950 more snags.");
    }

    @Test
    void names_cannot_break_out_of_the_table() throws IOException {
        Frame frame = new Frame("com.acme.A|B`\n| x", "m", 1, "<b>", null);
        String text = MarkdownReport.text(Run.in(folder)
                .with(with(pinned(), new Place(frame, null, null, List.of(frame), "00000000000000aa")))
                .ended()
                .report());

        assertThat(text).contains("`com.acme.A/B' / x.m:1 [<b>]`");
    }
}
