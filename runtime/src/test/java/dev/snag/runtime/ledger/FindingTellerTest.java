package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Cause;
import dev.snag.findings.End;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.BaselineLine;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyError;
import dev.snag.runtime.gate.RunGate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingTellerTest {

    private static final Frame LOAD = new Frame("com.acme.Cache", "load", 7, null, null);

    @Test
    void what_a_rule_allows_is_counted_and_has_no_place_in_text_or_table() throws PolicyError {
        Told told = tell(gate("PINNED * because x", List.of()), occurrence("1", false, 300));
        assertThat(told.lines()).isEmpty();
        assertThat(told.end().occurrences()).isEqualTo(1);
        assertThat(told.end().snags()).isEqualTo(1);
        assertThat(told.summary()).isEmpty();
    }

    @Test
    void what_the_baseline_knows_stands_in_the_table_alone() throws PolicyError {
        Occurrence known = occurrence("1", false, 300);
        Told told = tell(gate("", List.of(BaselineLine.of(known))), known);
        assertThat(told.lines()).isEmpty();
        assertThat(told.summary()).anyMatch(line -> line.contains("com.acme.Cache.load"));
    }

    @Test
    void what_fails_is_told_and_without_a_policy_all_is() throws PolicyError {
        for (RunGate gate : List.of(RunGate.NONE, gate("MONITOR * because x", List.of()))) {
            Told told = tell(gate, occurrence("1", false, 300));
            assertThat(told.lines().getFirst()).startsWith("[snag] PINNED 300 ms");
            assertThat(told.end().snags()).isEqualTo(1);
        }
    }

    @Test
    void one_that_goes_on_is_told_after_a_second_or_at_the_end() {
        assertThat(tell(RunGate.NONE, occurrence("1", true, 300)).lines().getFirst())
                .startsWith("[snag] PINNED 300 ms so far");
        var teller = new FindingTeller(RunGate.NONE, true);
        assertThat(teller.take(occurrence("1", true, 300))).isEmpty();
        assertThat(teller.take(occurrence("1", true, 1_000)).getFirst()).startsWith("[snag] PINNED 1000 ms so far");
        assertThat(teller.take(occurrence("1", false, 1_500)))
                .singleElement()
                .asString()
                .contains("let go after 1500 ms");
        assertThat(teller.rest()).isEmpty();
        assertThat(teller.occurrences()).isEqualTo(1);
    }

    @Test
    void a_profile_that_prints_nothing_still_counts() {
        var teller = new FindingTeller(RunGate.NONE, false);
        assertThat(teller.take(occurrence("1", false, 300))).isEmpty();
        assertThat(teller.occurrences()).isEqualTo(1);
    }

    private record Told(List<String> lines, End end, List<String> summary) {}

    private static Told tell(RunGate gate, Occurrence occurrence) {
        var teller = new FindingTeller(gate, true);
        var lines = new ArrayList<>(teller.take(gate.judged(occurrence)));
        lines.addAll(teller.rest());
        var end = new End(Instant.EPOCH, true, 5, 0, teller.occurrences(), teller.snags(), 0, 0, 0);
        return new Told(lines, end, teller.summary(end));
    }

    private static RunGate gate(String rules, List<BaselineLine> known) throws PolicyError {
        return RunGate.of(
                new Policy(
                        AllowRules.parse("allow.txt", rules),
                        Baseline.of(known),
                        FailOn.parse("new"),
                        List.of(),
                        LocalDate.parse("2026-11-24")),
                null);
    }

    private static Occurrence occurrence(String id, boolean ongoing, double millis) {
        return new Occurrence(
                id,
                ongoing,
                Instant.EPOCH,
                Severity.ERROR,
                new Hold(new ThreadRef("", 30), new ThreadRef("carrier", 20), millis, 100, 0, false),
                new Cause(Kind.PINNED, null, null, "Thread.sleep", null, List.of("monitor"), Map.of()),
                new Place(LOAD, LOAD, LOAD, List.of(LOAD), "00000000000000aa"),
                "why",
                "advice",
                null);
    }
}
