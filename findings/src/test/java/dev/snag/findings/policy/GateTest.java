package dev.snag.findings.policy;

import static dev.snag.findings.Occurrences.as;
import static dev.snag.findings.Occurrences.hold;
import static dev.snag.findings.Occurrences.of;
import static dev.snag.findings.Occurrences.pinned;
import static dev.snag.findings.Occurrences.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Cause;
import dev.snag.findings.End;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrences;
import dev.snag.findings.RuleCount;
import dev.snag.findings.Verdict;
import dev.snag.findings.text.PolicyText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final String RULES = """
            MONITOR com.acme.* because it is short
            CPU * because it is measured
            PINNED com.* until=2026-03-31 because the driver is old
            """;

    @Test
    void a_watch_that_saw_all_and_found_nothing_passes() throws PolicyError {
        var account = account("", "new");
        GateResult result = GateResult.of(account, Doubts.ofWhole(end(true, 5, 0, 0)));
        assertThat(result.passes()).isTrue();
        assertThat(PolicyText.lines(account, result, "exit status becomes 86")).isEmpty();
    }

    @Test
    void an_occurrence_that_stands_for_many_counts_as_many() throws PolicyError {
        var account = account("", "any");
        account.add(as("1", false, pinned()).standingFor(40));
        account.add(as("2", false, pinned()).standingFor(2));

        assertThat(account.count(Verdict.FAILS)).isEqualTo(42);
        assertThat(account.failing())
                .singleElement()
                .satisfies(snag -> assertThat(snag.count()).isEqualTo(42));
    }

    @ParameterizedTest
    @CsvSource({
        "false, 5, 0, 0, 'the monitor was not alive at the end, so holds were not seen'",
        "true,  0, 0, 0, 'no virtual thread ran, so nothing was watched; is the agent in the JVM that runs the code?'",
        "true,  5, 3, 0, '3 lines were dropped, and findings may be among them'",
        "true,  5, 0, 2, '2 errors of Snag itself, which may have hidden findings'"
    })
    void g58_where_not_all_was_seen_nothing_passes(
            boolean alive, long holds, long dropped, long ownErrors, String doubt) throws PolicyError {
        var account = account("", "new");
        GateResult result = GateResult.of(account, Doubts.ofWhole(end(alive, holds, dropped, ownErrors)));
        assertThat(result).isEqualTo(new GateResult.Untrusted(List.of(doubt)));
        assertThat(result.passes()).isFalse();
        assertThat(PolicyText.lines(account, result, "exit status becomes 86"))
                .containsExactly(
                        "[snag] gate: FAILED, as it cannot be known that all was seen; exit status becomes 86",
                        "[snag]   " + doubt);
    }

    @Test
    void who_asks_for_no_gate_gets_none() throws PolicyError {
        var account = account("", "none");
        account.add(pinned());
        GateResult result = GateResult.of(account, Doubts.ofWhole(end(false, 0, 1, 1)));
        assertThat(result).isEqualTo(new GateResult.Off());
        assertThat(result.passes()).isTrue();
    }

    @Test
    void each_rule_and_each_snag_that_fails_is_named() throws PolicyError {
        var account = account(RULES, "new");
        account.add(as("1", false, pinned()));
        account.add(as("2", false, with(pinned(), hold(2_000))));
        account.add(as("3", false, with(pinned(), cause(Kind.MONITOR))));
        GateResult result = GateResult.of(account, List.of("7 lines were dropped"));
        assertThat(PolicyText.lines(account, result, "exit status becomes 86"))
                .containsExactly(
                        "[snag] allow: 1 allowed by ci/allow.txt, line 1: MONITOR com.acme.* because it is short",
                        "[snag] allow: rule never hit, take it out if that stays so: ci/allow.txt, line 2: CPU *",
                        "[snag] allow: rule expired on 2026-03-31, would have allowed 2; mend the code or give it a later"
                                + " date: ci/allow.txt, line 3: PINNED com.*",
                        "[snag] gate: FAILED, 1 snag fails (fail-on=new), besides 1 allowed; exit status becomes 86",
                        "[snag]   PINNED(MONITOR) offender=com.acme.orders.OrderCache.load"
                                + " caller=com.acme.web.OrderHandler.serve, 2 times, longest 2000 ms, snag"
                                + " 9f3c01ab77d2e4f0",
                        "[snag]   and there may be more: 7 lines were dropped");
        assertThat(account.rules())
                .containsExactly(
                        new RuleCount(1, "MONITOR com.acme.*", 1, false),
                        new RuleCount(2, "CPU *", 0, false),
                        new RuleCount(3, "PINNED com.*", 2, true));
        assertThat(account.counts(result).verdicts()).isEqualTo(Map.of(Verdict.ALLOWED_BY_RULE, 1L, Verdict.FAILS, 2L));
        assertThat(account.counts(result).failing()).isEqualTo(1);
        assertThat(account.counts(result).passes()).isFalse();
    }

    @Test
    void what_passes_is_counted_in_words() throws PolicyError {
        var account = account("PINNED * because x", "new");
        account.add(as("1", false, pinned()));
        account.add(as("2", false, with(with(pinned(), cause(Kind.CPU)), dev.snag.findings.Severity.WARNING, null)));
        assertThat(PolicyText.lines(account, GateResult.of(account, List.of()), null))
                .contains("[snag] gate: passed (fail-on=new): 1 allowed, 1 warning");
    }

    @Test
    void an_occurrence_counts_once_as_its_last_line_has_it() throws PolicyError {
        var account = account("MONITOR * because x", "new");
        account.add(as("1", true, pinned()));
        account.add(as("1", true, pinned()));
        assertThat(account.failingCount()).isEqualTo(1);
        account.add(as("1", false, with(pinned(), cause(Kind.MONITOR))));
        assertThat(account.failingCount()).isZero();
        assertThat(account.count(Verdict.FAILS)).isZero();
        assertThat(account.count(Verdict.ALLOWED_BY_RULE)).isEqualTo(1);
        assertThat(account.rules().getFirst().hits()).isEqualTo(1);
    }

    @Test
    void a_hang_that_never_ended_fails() throws PolicyError {
        var account = account("", "new");
        account.add(as("1", true, pinned()));
        assertThat(GateResult.of(account, List.of()).passes()).isFalse();
    }

    @Test
    void more_snags_than_can_be_kept_still_fail() throws PolicyError {
        var account = account("", "new");
        for (int i = 0; i < PolicyAccount.MOST_SNAGS + 50; i++) {
            account.add(as("id" + i, false, of(String.format("%016x", i), pinned())));
        }
        assertThat(account.failing()).hasSize(PolicyAccount.MOST_SNAGS + 1);
        assertThat(account.failing().getLast().count()).isEqualTo(50);
        List<String> lines = PolicyText.lines(account, GateResult.of(account, List.of()), null);
        assertThat(lines).hasSize(PolicyText.MOST_NAMED + 2);
        assertThat(lines.getLast()).isEqualTo("[snag]   and 951 more");
    }

    private static Cause cause(Kind kind) {
        return new Cause(kind, null, null, null, null, List.of(), Map.of());
    }

    private static End end(boolean alive, long holds, long dropped, long ownErrors) {
        return new End(Occurrences.TIME, alive, holds, 0, 0, 0, 0, dropped, ownErrors);
    }

    private static PolicyAccount account(String rules, String failOn) throws PolicyError {
        return new PolicyAccount(new Policy(
                AllowRules.parse("ci/allow.txt", rules), Baseline.NONE, FailOn.parse(failOn), List.of(), TODAY));
    }
}
