package dev.snag.runtime.allow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AllowedScopesTest {

    private static final long MILLI = 1_000_000;

    private final long self = Thread.currentThread().threadId();
    private long now = 100 * MILLI;
    private final AllowedScopes scopes = new AllowedScopes(() -> now);

    private void pass(long millis) {
        now += millis * MILLI;
    }

    private long allowedMillis(long from, long until) {
        return scopes.nanosWithin(self, from * MILLI, until * MILLI) / MILLI;
    }

    @Test
    void nothing_is_allowed_where_no_scope_was_opened() {
        assertThat(scopes.isOpen(self)).isFalse();
        assertThat(allowedMillis(0, 1_000)).isZero();
    }

    @Test
    void g28_a_scope_allows_from_its_beginning_to_its_end_and_no_more() {
        pass(10);
        Object scope = scopes.open("a reason");
        assertThat(scopes.isOpen(self)).isTrue();
        pass(50);
        assertThat(allowedMillis(0, 160)).isEqualTo(50);
        scopes.close(self, scope);
        pass(100);
        assertThat(scopes.isOpen(self)).isFalse();
        assertThat(allowedMillis(0, 260)).isEqualTo(50);
        assertThat(allowedMillis(150, 260)).isEqualTo(10);
        assertThat(allowedMillis(160, 260)).isZero();
    }

    @Test
    void another_thread_is_not_allowed_to_block() {
        scopes.open("a reason");
        pass(50);
        assertThat(scopes.isOpen(self + 1)).isFalse();
        assertThat(scopes.nanosWithin(self + 1, 0, now)).isZero();
    }

    @Test
    void scopes_nest_and_the_outermost_ends_it() {
        Object outer = scopes.open("outer");
        pass(10);
        Object inner = scopes.open("inner");
        pass(10);
        scopes.close(self, inner);
        scopes.close(self, inner);
        pass(10);
        assertThat(scopes.isOpen(self)).isTrue();
        assertThat(allowedMillis(0, 130)).isEqualTo(30);
        scopes.close(self, outer);
        assertThat(scopes.isOpen(self)).isFalse();
        scopes.count(self, 100 * MILLI, now);
        assertThat(scopes.counts()).isEqualTo(Map.of("outer", 1L));
    }

    @Test
    void g26_g27_ignore_current_lasts_until_monitor_current() {
        scopes.ignoreCurrent();
        scopes.ignoreCurrent();
        pass(20);
        assertThat(allowedMillis(0, 120)).isEqualTo(20);
        scopes.monitorCurrent();
        pass(30);
        assertThat(allowedMillis(0, 150)).isEqualTo(20);
        assertThat(scopes.isOpen(self)).isFalse();
    }

    @Test
    void g27_monitor_current_ends_open_scopes_too_and_their_close_does_nothing_then() {
        Object scope = scopes.open("a reason");
        scopes.monitorCurrent();
        assertThat(scopes.isOpen(self)).isFalse();
        Object later = scopes.open("later");
        scopes.close(self, scope);
        assertThat(scopes.isOpen(self)).isTrue();
        scopes.close(self, later);
        assertThat(scopes.isOpen(self)).isFalse();
    }

    @Test
    void holds_are_counted_by_reason() {
        Object scope = scopes.open("a file");
        scopes.count(self, now, now + 1);
        scopes.close(self, scope);
        pass(10);
        scopes.ignoreCurrent();
        scopes.count(self, now, now + 1);
        scopes.count(self, now, now + 1);
        assertThat(scopes.counts()).isEqualTo(Map.of("a file", 1L, AllowedScopes.IGNORED, 2L));
    }

    @Test
    void our_own_work_is_not_held_against_the_thread_and_not_counted() {
        pass(40);
        scopes.ownWork(self, 100 * MILLI);
        assertThat(allowedMillis(0, 140)).isEqualTo(40);
        scopes.count(self, 100 * MILLI, now);
        assertThat(scopes.counts()).isEmpty();
    }

    @Test
    void a_scope_that_closed_long_ago_is_forgotten() {
        scopes.close(self, openFor(10));
        pass(120_000);
        scopes.close(self, openFor(10));
        assertThat(allowedMillis(0, 1_000_000)).isEqualTo(10);
    }

    private Object openFor(long millis) {
        Object scope = scopes.open("a reason");
        pass(millis);
        return scope;
    }

    @Test
    void what_a_thread_that_ended_has_left_open_is_not_kept() throws InterruptedException {
        for (int i = 0; i < 3_000; i++) {
            Thread.ofVirtual().start(scopes::ignoreCurrent).join();
        }
        assertThat(scopes.threadsWithScopes()).isLessThan(2_000);
    }
}
