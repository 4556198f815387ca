package dev.snag.findings.policy;

import static dev.snag.findings.Occurrences.pinned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.findings.Cause;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pinned()} is an error in a library, called from code of mine; the others are made of it. */
class PolicyTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private enum Found {
        ERROR,
        COMPENSATED,
        CPU,
        MINE,
        BARE;

        Occurrence occurrence() {
            Occurrence error = pinned();
            Hold hold = error.hold();
            Hold elastic = new Hold(hold.thread(), hold.carrier(), hold.durationMs(), hold.thresholdMs(), 0, true);
            Cause computing = new Cause(Kind.CPU, null, null, null, null, List.of(), Map.of());
            Place place = error.place();
            Place own = new Place(place.caller(), place.caller(), null, place.stack(), place.fingerprint());
            return switch (this) {
                case ERROR -> error;
                case COMPENSATED -> Occurrences.with(Occurrences.with(error, elastic), Severity.WARNING, null);
                case CPU -> Occurrences.with(Occurrences.with(error, computing), Severity.WARNING, null);
                case MINE -> Occurrences.with(error, own);
                case BARE -> Occurrences.with(error, new Place(null, null, null, List.of(), place.fingerprint()));
            };
        }
    }

    @ParameterizedTest
    @CsvSource({
        "new,               ERROR, FAILS",
        "new,               COMPENSATED, WARNING_ONLY",
        "new,               CPU, WARNING_ONLY",
        "new,               BARE, FAILS",
        "any,               ERROR, FAILS",
        "any,               COMPENSATED, FAILS",
        "new:warnings,      COMPENSATED, FAILS",
        "warnings,          CPU, FAILS",
        "mine,              ERROR, OUT_OF_SCOPE",
        "mine,              MINE, FAILS",
        "mine,              BARE, FAILS",
        "new:mine:MONITOR,  MINE, OUT_OF_SCOPE",
        "new:mine:PINNED,   MINE, FAILS",
        "PINNED:CPU,        ERROR, FAILS",
        "PINNED:CPU,        CPU, FAILS",
        "pinned,            COMPENSATED, WARNING_ONLY",
        "MONITOR,           ERROR, OUT_OF_SCOPE",
        "none,              ERROR, OUT_OF_SCOPE"
    })
    void fail_on_says_what_fails(String failOn, Found found, Verdict verdict) throws PolicyError {
        assertThat(policy("", Baseline.NONE, failOn).judge(found.occurrence()).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void rules_of_a_test_allow_beside_those_of_the_policy() throws PolicyError {
        Policy policy = policy("", Baseline.NONE, "any");
        AllowRules ofTest = AllowRules.parse("test", "PINNED * because it is expected");

        assertThat(policy.judge(pinned(), ofTest)).isEqualTo(new Judgement(Verdict.ALLOWED_BY_RULE, null));
        assertThat(policy.judge(Found.CPU.occurrence(), ofTest).verdict()).isEqualTo(Verdict.FAILS);
    }

    @Test
    void what_its_test_allowed_when_it_was_written_stays_allowed_when_it_is_read() throws PolicyError {
        Policy policy = policy("", Baseline.NONE, "any");
        Occurrence ofTest = pinned().withTest("com.acme.CacheTest.loads");
        Occurrence ofNone = pinned().withTest(null);

        assertThat(policy.judge(ofTest.withPolicy(Verdict.ALLOWED_BY_RULE)).verdict())
                .isEqualTo(Verdict.ALLOWED_BY_RULE);
        assertThat(policy.judge(ofNone.withPolicy(Verdict.ALLOWED_BY_RULE)).verdict())
                .isEqualTo(Verdict.FAILS);
        assertThat(policy.judge(ofTest.withPolicy(Verdict.KNOWN_IN_BASELINE)).verdict())
                .isEqualTo(Verdict.FAILS);
    }

    @ParameterizedTest
    @CsvSource({"new, KNOWN_IN_BASELINE", "mine, KNOWN_IN_BASELINE", "PINNED, KNOWN_IN_BASELINE", "any, FAILS"})
    void what_the_baseline_knows_fails_only_under_any(String failOn, Verdict verdict) throws PolicyError {
        Baseline known = Baseline.of(List.of(BaselineLine.of(pinned())));
        assertThat(policy("", known, failOn).judge(pinned()).verdict()).isEqualTo(verdict);
        Occurrence other = Occurrences.of("0123456789abcdef", pinned());
        assertThat(policy("", known, "new").judge(other).verdict()).isEqualTo(Verdict.FAILS);
    }

    @ParameterizedTest
    @CsvSource({"com.acme.orders, FAILS", "com.acme.web, OUT_OF_SCOPE", "'', OUT_OF_SCOPE"})
    void mine_is_what_lies_within_include(String include, Verdict verdict) throws PolicyError {
        var prefixes = include.isEmpty() ? List.<String>of() : List.of(include);
        var policy = new Policy(AllowRules.NONE, Baseline.NONE, FailOn.parse("mine"), prefixes, TODAY);
        assertThat(policy.judge(pinned()).verdict()).isEqualTo(verdict);
    }

    @Test
    void a_rule_in_force_allows_whatever_fail_on_says() throws PolicyError {
        Judgement judged = policy("PINNED * until=2026-11-24 because x", Baseline.NONE, "any")
                .judge(pinned());
        assertThat(judged.verdict()).isEqualTo(Verdict.ALLOWED_BY_RULE);
        assertThat(judged.rule().line()).isEqualTo(1);
    }

    @Test
    void an_expired_rule_does_not_allow_and_is_named() throws PolicyError {
        Judgement judged = policy("PINNED * until=2026-11-23 because x", Baseline.NONE, "new")
                .judge(pinned());
        assertThat(judged.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(judged.rule().line()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nwe       | 'nwe' is no word of fail-on; write none, or any of new, any, mine, warnings and kinds (PINNED,
            new:      | '' is no word of fail-on
            new,mine  | 'new,mine' is no word of fail-on
            none:new  | none stands alone; write none, or
            none:CPU  | none stands alone
            any:new   | any and new contradict each other: any takes in the baseline and warnings; write new:warnings
            """)
    void a_bad_fail_on_is_told_with_its_remedy(String failOn, String said) {
        assertThatThrownBy(() -> FailOn.parse(failOn))
                .isInstanceOf(PolicyError.class)
                .hasMessageStartingWith(said);
    }

    private static Policy policy(String allow, Baseline baseline, String failOn) throws PolicyError {
        return new Policy(AllowRules.parse("allow.txt", allow), baseline, FailOn.parse(failOn), List.of(), TODAY);
    }
}
