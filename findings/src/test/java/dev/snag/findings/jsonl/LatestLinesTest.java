package dev.snag.findings.jsonl;

import static dev.snag.findings.Occurrences.as;
import static dev.snag.findings.Occurrences.hold;
import static dev.snag.findings.Occurrences.pinned;
import static dev.snag.findings.Occurrences.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.AgentError;
import dev.snag.findings.Entry;
import dev.snag.findings.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatestLinesTest {

    private static final AgentError ERROR = new AgentError(Instant.EPOCH, "a", "b");

    @Test
    void of_an_occurrence_that_ended_only_its_end_is_given() {
        Occurrence begun = as("1", true, with(pinned(), hold(100)));
        Occurrence ended = as("1", false, with(pinned(), hold(650)));
        assertThat(latest(begun, ERROR, ended)).containsExactly(ERROR, ended);
    }

    @Test
    void of_a_hang_the_last_that_is_known_is_given_at_the_end_of_the_file() {
        Occurrence begun = as("1", true, with(pinned(), hold(100)));
        Occurrence later = as("1", true, with(pinned(), hold(200)));
        assertThat(latest(begun, ERROR, later)).containsExactly(ERROR, later);
    }

    @Test
    void occurrences_that_overlap_are_told_apart() {
        Occurrence a = as("a", true, pinned());
        Occurrence b = as("b", true, pinned());
        assertThat(latest(a, b, as("a", false, pinned()))).containsExactly(as("a", false, pinned()), b);
    }

    @Test
    void an_occurrence_whose_begin_was_lost_is_given() {
        assertThat(latest(as("a", false, pinned()))).containsExactly(as("a", false, pinned()));
    }

    @Test
    void ends_that_were_lost_do_not_fill_the_memory() {
        var lines = new ArrayList<Entry>();
        for (int i = 0; i < LatestLines.MOST_ONGOING + 10; i++) {
            lines.add(as("id-" + i, true, pinned()));
        }
        List<Entry> latest = latest(lines.toArray(Entry[]::new));
        assertThat(latest).containsExactlyElementsOf(lines);
    }

    private static List<Entry> latest(Entry... entries) {
        Iterator<Entry> left = List.of(entries).iterator();
        var lines = new Lines() {
            @Override
            public Optional<Line> next() {
                return left.hasNext() ? Optional.of(new Line.Read(1, left.next())) : Optional.empty();
            }

            @Override
            public void close() {}
        };
        return new LatestLines(lines)
                .stream().map(line -> ((Line.Read) line).entry()).toList();
    }
}
