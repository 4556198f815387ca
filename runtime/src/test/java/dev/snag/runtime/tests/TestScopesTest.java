package dev.snag.runtime.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.findings.Cause;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.policy.PolicyError;
import dev.snag.runtime.bridge.Lineage;
import dev.snag.runtime.options.Thresholds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TestScopesTest {

    private TestScopes scopes;

    @BeforeEach
    void begin() throws ReflectiveOperationException {
        scopes = new TestScopes(Lineage.class);
    }

    private static Occurrence finding(String id, boolean ongoing) {
        return new Occurrence(
                id,
                ongoing,
                Instant.EPOCH,
                Severity.ERROR,
                new Hold(new ThreadRef("order", 43), new ThreadRef("worker", 31), 150, 100, 0, false),
                new Cause(Kind.MONITOR, null, null, null, null, List.of(), Map.of()),
                new Place(null, null, null, List.of(), "f"),
                null,
                null,
                null);
    }

    private TestScope open(TestScope parent) throws PolicyError {
        return scopes.open("com.acme.SomeTest.some", null, "", parent);
    }

    @Test
    void of_each_finding_the_latest_line_is_given_in_the_order_of_the_first() throws PolicyError {
        TestScope scope = open(null);

        scopes.found(finding("1", true), scope);
        scopes.found(finding("2", false), scope);
        scopes.found(finding("1", false), scope);

        assertThat(scopes.close(scope)).extracting(Occurrence::id).containsExactly("1", "2");
        assertThat(scope.beyond()).isZero();
        assertThat(scopes.takeOthers()).isEmpty();
    }

    @Test
    void what_comes_after_the_end_goes_to_the_scope_around_it_and_then_to_nobody() throws PolicyError {
        TestScope type = open(null);
        TestScope scope = open(type);
        scopes.close(scope);

        scopes.found(finding("1", false), scope);
        assertThat(scopes.close(type)).extracting(Occurrence::id).containsExactly("1");
        scopes.found(finding("2", false), scope);
        assertThat(scopes.takeOthers()).extracting(Occurrence::id).containsExactly("2");
    }

    @Test
    void what_was_told_while_it_went_on_is_not_told_again_when_it_ends() throws PolicyError {
        TestScope type = open(null);
        TestScope scope = open(type);
        scopes.found(finding("1", true), scope);
        scopes.close(scope);

        scopes.found(finding("1", false), scope);

        assertThat(scopes.close(type)).isEmpty();
        assertThat(scopes.takeOthers()).isEmpty();
        assertThat(scope.found()).isEmpty();
    }

    @Test
    void what_belongs_to_no_test_is_given_once() {
        scopes.found(finding("1", true), null);
        assertThat(scopes.takeOthers()).hasSize(1);
        scopes.found(finding("1", false), null);
        scopes.found(finding("2", false), null);
        assertThat(scopes.takeOthers()).extracting(Occurrence::id).containsExactly("2");
    }

    @Test
    void no_more_are_kept_than_there_is_room_for_and_the_others_are_counted() throws PolicyError {
        TestScope scope = open(null);
        for (int i = 0; i < TestScope.MOST + 7; i++) {
            scopes.found(finding("t" + i, true), scope);
            scopes.found(finding("t" + i, false), scope);
            scopes.found(finding("n" + i, false), null);
        }

        assertThat(scopes.close(scope)).hasSize(TestScope.MOST);
        assertThat(scope.beyond()).isEqualTo(7);
        assertThat(scopes.takeOthers()).hasSize(TestScope.MOST);
        assertThat(scopes.othersBeyond()).isEqualTo(7);
    }

    @Test
    void the_least_threshold_is_that_of_the_open_scopes() throws PolicyError {
        assertThat(scopes.least()).isEqualTo(Thresholds.OFF);
        TestScope five = scopes.open("five", Thresholds.of(5), "", null);
        TestScope three = scopes.open("three", Thresholds.of(3), "", null);
        assertThat(scopes.least()).isEqualTo(3);
        scopes.close(three);
        assertThat(scopes.least()).isEqualTo(5);
        scopes.close(five);
        assertThat(scopes.least()).isEqualTo(Thresholds.OFF);
        assertThat(five.thresholdsOr(Thresholds.of(9)).general()).isEqualTo(5);
    }

    @Test
    void threads_of_several_tests_have_none_in_common() throws PolicyError {
        TestScope one = open(null);
        Thread mine = Thread.ofVirtual().unstarted(() -> {});
        Thread mineToo = Thread.ofVirtual().unstarted(() -> {});
        Thread others = Thread.ofVirtual().unstarted(() -> {});
        Object binding = scopes.enter(one);
        Lineage.starting(mine);
        Lineage.starting(mineToo);
        Object other = scopes.enter(open(null));
        Lineage.starting(others);
        scopes.leave(other);
        scopes.leave(binding);

        assertThat(scopes.of(List.of(mine.threadId(), mineToo.threadId()))).isSameAs(one);
        assertThat(scopes.of(List.of(mine.threadId(), others.threadId()))).isNull();
        assertThat(scopes.of(List.of(
                        mine.threadId(), Thread.ofVirtual().unstarted(() -> {}).threadId())))
                .isNull();
        assertThat(scopes.of(List.of())).isNull();
    }

    @Test
    void a_rule_that_is_none_is_refused() {
        assertThatThrownBy(() -> scopes.open("some", null, "PINNED", null))
                .isInstanceOf(PolicyError.class)
                .hasMessageStartingWith("some, line 1: ");
    }
}
