package dev.snag.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Severity;
import dev.snag.findings.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final String TEST = "com.acme.CacheTest.loads";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final TestRules PLAIN = new TestRules("", Set.of(), false, List.of(), Map.of());
    private static final Occurrence WARNING = Findings.of("2", Kind.CPU, Severity.WARNING);

    @ExpectBlocking(kind = Kind.PINNED, atLeast = 2, atMost = 3)
    private static final class TwoOrThree {}

    private static List<Throwable> judge(TestRules rules, Answer answer) {
        return new Judgement(TEST, rules, TODAY).of(answer, 0, false);
    }

    private static List<Throwable> judge(TestRules rules, Occurrence... findings) {
        return judge(rules, Findings.answer(findings));
    }

    private static TestRules expecting(Class<?> annotated) {
        return TestRules.of(List.of(), List.of(), List.of(annotated.getAnnotation(ExpectBlocking.class)));
    }

    private static Occurrence[] pinned(int count) {
        var findings = new Occurrence[count];
        for (int i = 0; i < count; i++) {
            findings[i] = Findings.pinned("p" + i).withPolicy(Verdict.ALLOWED_BY_RULE);
        }
        return findings;
    }

    @Test
    void nothing_found_is_fine() {
        assertThat(judge(PLAIN)).isEmpty();
    }

    @Test
    void an_error_fails_and_its_text_is_the_message() {
        assertThat(judge(PLAIN, Findings.pinned("1"))).singleElement().satisfies(wrong -> {
            assertThat(wrong).isInstanceOf(BlockingFound.class);
            assertThat(wrong.getMessage())
                    .startsWith("[snag] PINNED (MONITOR) 150 ms: virtual thread \"order-17\" #43")
                    .contains("It sleeps while it owns a monitor.", "<- offender", TEST);
        });
    }

    @Test
    void the_stack_shown_begins_at_the_offender() {
        assertThat(judge(PLAIN, Findings.pinned("1")).getFirst().getStackTrace())
                .extracting(StackTraceElement::toString)
                .containsExactly(
                        "com.acme.Cache$Loader.load(Cache.java:88)", "com.acme.Handler.serve(Handler.java:41)");
    }

    @Test
    void a_warning_fails_only_where_it_is_strict_or_its_kind_is_named() {
        assertThat(judge(PLAIN, WARNING)).isEmpty();
        assertThat(judge(new TestRules("", Set.of(), true, List.of(), Map.of()), WARNING))
                .hasSize(1);
        assertThat(judge(new TestRules("", Set.of(Kind.CPU), false, List.of(), Map.of()), WARNING))
                .hasSize(1);
    }

    @Test
    void a_kind_that_is_not_named_does_not_fail() {
        assertThat(judge(new TestRules("", Set.of(Kind.CPU), false, List.of(), Map.of()), Findings.pinned("1")))
                .isEmpty();
    }

    @Test
    void what_a_rule_allows_or_the_baseline_knows_does_not_fail_but_what_the_gate_is_not_about_does() {
        Occurrence found = Findings.pinned("1");

        assertThat(judge(PLAIN, found.withPolicy(Verdict.ALLOWED_BY_RULE))).isEmpty();
        assertThat(judge(PLAIN, found.withPolicy(Verdict.KNOWN_IN_BASELINE))).isEmpty();
        assertThat(judge(PLAIN, found.withPolicy(Verdict.OUT_OF_SCOPE))).hasSize(1);
    }

    @Test
    void of_one_snag_the_first_is_told_and_the_others_are_counted() {
        assertThat(judge(PLAIN, Findings.pinned("1"), Findings.pinned("2"), Findings.pinned("3")))
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.getMessage())
                        .contains("and 2 more of the same code")
                        .containsOnlyOnce("<- offender"));
    }

    @Test
    void several_snags_are_told_in_one_failure() {
        assertThat(judge(
                        PLAIN,
                        Findings.pinned("1"),
                        Findings.of("2", Kind.MONITOR, Severity.ERROR, "02b6a1c4d5e6f708")))
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.getMessage()).contains("[snag] PINNED", "[snag] MONITOR"));
    }

    @Test
    void as_many_as_expected_are_fine_fewer_or_more_are_not() {
        TestRules rules = expecting(TwoOrThree.class);

        assertThat(judge(rules, pinned(2))).isEmpty();
        assertThat(judge(rules, pinned(3))).isEmpty();
        assertThat(judge(rules, pinned(1)))
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.getMessage())
                        .startsWith(
                                TEST + " is to have at least 2 of kind PINNED, and has 1. What was found:\n[snag]"));
        assertThat(judge(rules, pinned(4)))
                .singleElement()
                .satisfies(wrong ->
                        assertThat(wrong.getMessage()).contains("is to have at most 3 of kind PINNED, and has 4"));
        assertThat(judge(rules))
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.getMessage()).endsWith("nothing was found at all"));
    }

    @Test
    void where_the_body_has_failed_too_few_are_no_news_but_too_many_are() {
        var judgement = new Judgement(TEST, expecting(TwoOrThree.class), TODAY);

        assertThat(judgement.of(Findings.answer(), 0, true)).isEmpty();
        assertThat(judgement.of(Findings.answer(pinned(4)), 0, true)).hasSize(1);
    }

    @Test
    void a_watch_that_has_ended_is_never_green() {
        assertThat(judge(PLAIN, new Answer(List.of(), 0, true, false, 0)))
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.getMessage()).startsWith("Snag's watch has ended"));
    }

    @Test
    void a_look_that_did_not_come_is_never_green() {
        assertThat(judge(PLAIN, new Answer(List.of(), 0, false, true, 0)))
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.getMessage()).contains("cannot be green"));
    }

    @Test
    void threads_of_which_nobody_knows_whose_they_are_make_a_test_red_while_they_are_new() {
        assertThat(judge(PLAIN, new Answer(List.of(), 0, true, true, 7)))
                .singleElement()
                .satisfies(wrong ->
                        assertThat(wrong.getMessage()).startsWith("Snag had no room for 7 threads or findings"));
        assertThat(new Judgement(TEST, PLAIN, TODAY).of(new Answer(List.of(), 0, true, true, 7), 7, false))
                .isEmpty();
    }

    @Test
    void findings_beyond_those_that_are_kept_fail_as_well() {
        assertThat(judge(PLAIN, new Answer(List.of(), 12, true, true, 0)))
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.getMessage()).contains("12 more findings of this test"));
    }
}
