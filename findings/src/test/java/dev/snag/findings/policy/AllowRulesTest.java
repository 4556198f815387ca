package dev.snag.findings.policy;

import static dev.snag.findings.Occurrences.pinned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.findings.Frame;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.Place;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PINNED com.acme.orders.OrderCache.load",
                "PINNED(MONITOR) com.acme.orders.OrderCache.load",
                "PINNED (MONITOR) com.acme.orders.OrderCache.load",
                "*(MONITOR) com.acme.orders.OrderCache",
                "* offender:com.acme.*",
                "* com.acme.orders.OrderCach?.l*d",
                "* caller:com.acme.web.*",
                "* caller:*.serve",
                "* any:java.lang.Thread.sleep",
                "* any:com.acme.web.OrderHandler",
                "PINNED *",
                "* *"
            })
    void a_rule_fits_what_it_describes(String rule) throws PolicyError {
        assertThat(fits(rule, pinned())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MONITOR com.acme.orders.OrderCache.load",
                "PINNED(NATIVE_FRAME) com.acme.orders.OrderCache.load",
                "*(FILE) com.acme.orders.OrderCache.load",
                "* com.acme.web.OrderHandler.serve",
                "* caller:com.acme.orders.*",
                "* com.acme.orders",
                "* com.acme.orders.OrderCache.loa",
                "* com.acme.orders.OrderCache.loadAll",
                "* com.acme.orders.OrderCacheX.*",
                "* any:org.*"
            })
    void a_rule_does_not_fit_anything_else(String rule) throws PolicyError {
        assertThat(fits(rule, pinned())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Cache, lambda$load$3, true",
        "com.acme.Cache, lambda$load$17, true",
        "com.acme.Cache, load$lambda$2, true",
        "com.acme.Cache$$Lambda/0x0000700, load, true",
        "com.acme.Cache, lambda$store$3, false",
        "com.acme.Cache, load2, false",
        "com.acme.Cache$Entry, load, false"
    })
    void a_rule_outlives_the_renaming_of_lambdas(String type, String method, boolean fits) throws PolicyError {
        Place place = new Place(new Frame(type, method, 7, null, null), null, null, List.of(), "02b6a1c4d5e6f708");
        assertThat(fits("* com.acme.Cache.load", Occurrences.with(pinned(), place)))
                .isEqualTo(fits);
    }

    @Test
    void without_a_frame_only_a_lone_star_fits() throws PolicyError {
        Occurrence bare = Occurrences.with(pinned(), new Place(null, null, null, List.of(), "02b6a1c4d5e6f708"));
        assertThat(fits("PINNED *", bare)).isTrue();
        assertThat(fits("PINNED any:*.*", bare)).isFalse();
        assertThat(fits("PINNED com.*", bare)).isFalse();
    }

    @Test
    void comments_and_empty_lines_are_passed_over_and_lines_counted() throws PolicyError {
        AllowRules rules = AllowRules.parse(
                "allow.txt", "# all of these are known\n\n  # so is this\r\nCPU  a.B  because it is # measured\r\n");
        assertThat(rules.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.line()).isEqualTo(4);
            assertThat(rule.what()).isEqualTo("CPU a.B");
            assertThat(rule.reason()).isEqualTo("it is # measured");
            assertThat(rule.until()).isNull();
        });
    }

    @Test
    void a_rule_allows_on_its_last_day_and_not_on_the_next() throws PolicyError {
        AllowRule rule = rule("* com.acme.* until=2026-11-24");
        assertThat(rule.expiredOn(TODAY)).isFalse();
        assertThat(rule.expiredOn(TODAY.plusDays(1))).isTrue();
        assertThat(rule("* com.acme.*").expiredOn(LocalDate.MAX)).isFalse();
    }

    @Test
    void a_rule_in_force_goes_before_an_expired_one() throws PolicyError {
        AllowRules rules = AllowRules.parse(
                "allow.txt", "* * until=2020-01-01 because old\n* * because now\n* * because never asked\n");
        assertThat(rules.matching(pinned(), TODAY).line()).isEqualTo(2);
        assertThat(AllowRules.NONE.matching(pinned(), TODAY)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PINNED com.acme.* | no reason is given; end the line with 'because' and why it is all right
            PINNED com.acme.* because | no reason is given; end the line with 'because' and why it is all right
            PINNED because it is so | kind or pattern is missing; write KIND CLASS.METHOD [until=YYYY-MM-DD] because REASON
            PINED a.B because x | 'PINED' is not a kind; write one of PINNED, MONITOR, BLOCKING_CALL
            PINNED(FIEL) a.B because x | 'FIEL' is neither a reason nor a category; write one of MONITOR, NATIVE_FRAME
            PINNED(FILE a.B because x | 'PINNED(FILE' has no ')'; write it as PINNED(MONITOR)
            CPU culprit:a.B because x | 'culprit:' says not where to look; write offender:, caller: or any:
            CPU a/B because x | 'a/B' is not a pattern of class and method; write it as com.acme.Cache.load or com.acme.*
            CPU any: because x | '' is not a pattern of class and method
            CPU a.B until=31.3.2027 because x | '31.3.2027' is not a date; write it as until=2027-03-31
            CPU a.B until=2027-02-30 because x | '2027-02-30' is not a date; write it as until=2027-03-31
            CPU a.B c.D because x | 'c.D' is not expected there; write KIND CLASS.METHOD
            <<<<<<< HEAD | a merge conflict is left there; keep the lines of both sides and take the markers out
            """)
    void a_bad_line_is_told_with_file_line_and_remedy(String line, String said) {
        assertThatThrownBy(() -> AllowRules.parse("ci/allow.txt", "# first\n" + line + "\n"))
                .isInstanceOf(PolicyError.class)
                .hasMessageStartingWith("ci/allow.txt, line 2: " + said)
                .hasMessageNotContaining("\n");
    }

    private static boolean fits(String rule, Occurrence occurrence) throws PolicyError {
        return rule(rule).matches(occurrence);
    }

    private static AllowRule rule(String rule) throws PolicyError {
        return AllowRules.parse("allow.txt", rule + " because of a test")
                .rules()
                .getFirst();
    }
}
