package dev.snag.findings.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.End;
import dev.snag.findings.Frame;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.Place;
import dev.snag.findings.tally.Snag;
import dev.snag.findings.tally.SnagTally;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTableTest {

    private static final End QUIET = new End(Occurrences.TIME, true, 120_345, 7, 0, 0, 2, 0, 0);
    private static final End GOOD = new End(Occurrences.TIME, true, 120_345, 7, 4, 3, 2, 0, 0);

    @Test
    void the_table_reads_as_its_golden_text() throws IOException {
        var tally = new SnagTally();
        tally.add(Occurrences.as("1", false, Examples.pinned()));
        tally.add(Occurrences.as("2", false, Occurrences.with(Examples.pinned(), Occurrences.hold(120))));
        tally.add(Occurrences.as("3", false, Occurrences.of("02b6a1c4d5e6f708", Examples.blockingCall())));
        tally.add(Occurrences.as("4", false, Occurrences.of("1a2b3c4d5e6f7081", Examples.cpu())));
        List<String> lines = SummaryTable.lines(tally, GOOD);
        assertThat(lines).allMatch(line -> line.startsWith("[snag] ") && line.length() <= 120);
        Golden.check("summary", lines);
    }

    @Test
    void g35_where_nothing_was_found_nothing_is_printed() {
        assertThat(SummaryTable.lines(new SnagTally(), QUIET)).isEmpty();
    }

    @Test
    void a_watch_that_cannot_be_trusted_is_told_even_where_nothing_was_found() {
        assertThat(SummaryTable.lines(new SnagTally(), new End(Instant.EPOCH, false, 9, 0, 0, 0, 0, 0, 0)))
                .containsExactly("[snag] NOT ALIVE: the monitor had stopped, later holds were not seen,"
                        + " holds seen 9, snags 0, occurrences 0, excused 0, dropped 0, own errors 0");
        assertThat(SummaryTable.lines(new SnagTally(), new End(Instant.EPOCH, true, 9, 0, 0, 0, 0, 3, 0)))
                .singleElement()
                .asString()
                .contains("dropped 3");
        assertThat(SummaryTable.lines(new SnagTally(), new End(Instant.EPOCH, true, 9, 0, 0, 0, 0, 0, 1)))
                .singleElement()
                .asString()
                .contains("own errors 1");
    }

    @Test
    void what_the_program_itself_allowed_is_told_by_reason_where_something_else_is_told() {
        var tally = new SnagTally();
        var end = new End(Instant.EPOCH, true, 9, 0, 1, 1, 0, 0, 0).withAllowedScopes(Map.of("a local file", 2L));
        assertThat(SummaryTable.lines(tally, end)).isEmpty();
        tally.add(Examples.pinned());
        assertThat(SummaryTable.lines(tally, end))
                .contains("[snag] allowed by the program itself: 2 (a local file)")
                .last()
                .asString()
                .startsWith("[snag] alive");
    }

    @Test
    void the_line_of_trust_comes_last() {
        var tally = new SnagTally();
        tally.add(Examples.pinned());
        assertThat(SummaryTable.lines(tally, GOOD))
                .hasSize(3)
                .last()
                .isEqualTo(
                        "[snag] alive, holds seen 120345, snags 3, occurrences 4, excused 2, dropped 0, own errors 0");
    }

    @Test
    void a_snag_without_known_frames_still_has_a_row() {
        var tally = new SnagTally();
        tally.add(Occurrences.with(Occurrences.pinned(), new Place(null, null, null, List.of(), "f00d")));
        assertThat(SummaryTable.lines(tally, GOOD).get(1)).matches("\\[snag] PINNED \\(MONITOR\\) .* - +- +f00d");
    }

    @Test
    void an_outage_of_all_carriers_names_the_lock_where_there_is_one() {
        var tally = new SnagTally();
        tally.add(Examples.starvation());
        assertThat(SummaryTable.lines(tally, GOOD).get(1))
                .startsWith("[snag] STARVATION (deadlock)")
                .contains("  lock ReentrantLock  ");
        var other = new SnagTally();
        other.add(Examples.starvationWithNothingMounted());
        assertThat(SummaryTable.lines(other, GOOD).get(1)).matches("\\[snag] STARVATION .* - +- +51c0ffee51c0ffee");
    }

    @Test
    void a_caller_that_is_the_offender_is_not_named_twice() {
        var tally = new SnagTally();
        tally.add(Examples.classInitWait());
        assertThat(SummaryTable.lines(tally, GOOD).get(1)).contains("PriceHandler.serve:33  same");
    }

    @Test
    void more_snags_than_a_screen_holds_are_counted() {
        var snags = new ArrayList<Snag>();
        for (int i = 0; i < SummaryTable.MOST_ROWS + 7; i++) {
            snags.add(snag("fp" + i));
        }
        List<String> lines = SummaryTable.lines(snags, Optional.of(snag(SnagTally.OTHERS)), GOOD);
        assertThat(lines).hasSize(1 + SummaryTable.MOST_ROWS + 3);
        assertThat(lines.get(SummaryTable.MOST_ROWS + 1)).contains("(any)").endsWith("others");
        assertThat(lines.get(SummaryTable.MOST_ROWS + 2)).isEqualTo("[snag] and 7 more snags with smaller totals");
    }

    @Test
    void the_longest_names_are_cut_and_not_the_columns_beside_them() {
        var tally = new SnagTally();
        Frame deep = new Frame("com.acme." + "very.".repeat(20) + "x".repeat(80), "y".repeat(40), 1, null, null);
        Occurrence o = Occurrences.with(
                Examples.blockingCall(), new Place(deep, Occurrences.SERVE, deep, List.of(deep), "9f3c01ab77d2e4f0"));
        tally.add(o);
        assertThat(SummaryTable.lines(tally, GOOD).get(1))
                .endsWith("9f3c01ab77d2e4f0")
                .hasSizeLessThanOrEqualTo(120);
    }

    private static Snag snag(String fingerprint) {
        return new Snag(fingerprint, 1, 120, 120, Occurrences.TIME, Occurrences.TIME, Examples.pinned());
    }
}
