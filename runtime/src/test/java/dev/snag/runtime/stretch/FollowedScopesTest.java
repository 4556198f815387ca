package dev.snag.runtime.stretch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.bridge.Bridge;
import dev.snag.runtime.slots.CarrierSlots;
import dev.snag.runtime.stretch.FollowedScopes.Stretches;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The thread of the test plays the virtual thread; threads of pools play carriers and call the hooks. */
class FollowedScopesTest {

    private static final long MILLI = 1_000_000;

    private final Thread virtual = Thread.currentThread();
    private final ExecutorService first = Executors.newSingleThreadExecutor();
    private final ExecutorService second = Executors.newSingleThreadExecutor();
    private final CarrierSlots slots;
    private final FollowedScopes scopes;

    FollowedScopesTest() throws ReflectiveOperationException {
        slots = new CarrierSlots(Bridge.class);
        scopes = new FollowedScopes(slots, System::nanoTime);
    }

    @AfterEach
    void nobodyIsFollowed() {
        assertThat(slots.followed().get()).isNull();
        first.shutdownNow();
        second.shutdownNow();
    }

    private void mount(ExecutorService carrier) throws Exception {
        carrier.submit(() -> Bridge.mounted(virtual)).get();
    }

    private static void unmount(ExecutorService carrier) throws Exception {
        carrier.submit(Bridge::unmounted).get();
    }

    private static void pass(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    @Test
    void a_thread_that_is_not_seen_to_be_mounted_is_not_followed() {
        assertThat(scopes.begin()).isNull();
    }

    @Test
    void g62_without_an_unmount_there_is_one_stretch_as_long_as_the_scope() throws Exception {
        mount(first);
        AtomicLongArray scope = scopes.begin();
        pass(5);
        Stretches stretches = scopes.end(scope);
        assertThat(stretches.unmounts()).isZero();
        assertThat(stretches.longestNanos()).isEqualTo(stretches.nanos()).isGreaterThanOrEqualTo(5 * MILLI);
        assertThat(stretches.longestBegin()).isZero();
        unmount(first);
    }

    @Test
    void g68_the_first_stretch_is_measured_from_the_beginning_of_the_scope_and_not_of_the_mount() throws Exception {
        mount(first);
        pass(60);
        AtomicLongArray scope = scopes.begin();
        pass(20);
        unmount(first);
        mount(first);
        Stretches stretches = scopes.end(scope);
        assertThat(stretches.unmounts()).isEqualTo(1);
        assertThat(stretches.longestNanos()).isBetween(20 * MILLI, stretches.nanos());
        assertThat(stretches.longestBegin()).isZero();
        unmount(first);
    }

    @Test
    void g68_a_stretch_in_the_middle_is_measured_on_whatever_carrier() throws Exception {
        mount(first);
        AtomicLongArray scope = scopes.begin();
        unmount(first);
        pass(30);
        mount(second);
        pass(60);
        unmount(second);
        mount(first);
        Stretches stretches = scopes.end(scope);
        assertThat(stretches.unmounts()).isEqualTo(2);
        assertThat(stretches.longestNanos()).isBetween(60 * MILLI, stretches.nanos() - 30 * MILLI);
        assertThat(stretches.longestBegin()).isGreaterThanOrEqualTo(30 * MILLI);
        unmount(first);
    }

    @Test
    void g68_the_last_stretch_is_measured_from_the_last_mount() throws Exception {
        mount(first);
        AtomicLongArray scope = scopes.begin();
        unmount(first);
        pass(30);
        mount(second);
        pass(60);
        Stretches stretches = scopes.end(scope);
        assertThat(stretches.unmounts()).isEqualTo(1);
        assertThat(stretches.longestNanos()).isBetween(60 * MILLI, stretches.nanos() - 30 * MILLI);
        unmount(second);
    }

    @Test
    void a_carrier_that_is_late_is_waited_for_although_the_thread_lets_go_again_meanwhile() throws Exception {
        var whileItWaits = new ArrayDeque<Callable<Void>>();
        var waiting = new FollowedScopes(slots, () -> {
            Callable<Void> next = whileItWaits.poll();
            try {
                if (next != null) {
                    next.call();
                }
                return System.nanoTime();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        mount(first);
        AtomicLongArray scope = waiting.begin();
        pass(60);
        mount(second); // the hook of the first carrier is still to come
        whileItWaits.add(() -> null); // the end
        whileItWaits.add(() -> null); // how long to wait
        whileItWaits.add(() -> {
            unmount(second);
            mount(second);
            unmount(second);
            return null;
        });
        whileItWaits.add(() -> {
            unmount(first);
            return null;
        });

        Stretches stretches = waiting.end(scope);

        assertThat(whileItWaits).isEmpty();
        assertThat(stretches.unmounts()).isEqualTo(1);
        assertThat(stretches.longestNanos()).isGreaterThanOrEqualTo(60 * MILLI);
        assertThat(stretches.longestBegin()).isZero();
    }

    @Test
    void g67_time_unmounted_is_no_stretch() throws Exception {
        mount(first);
        AtomicLongArray scope = scopes.begin();
        unmount(first);
        pass(100);
        mount(first);
        Stretches stretches = scopes.end(scope);
        assertThat(stretches.nanos()).isGreaterThanOrEqualTo(100 * MILLI);
        assertThat(stretches.longestNanos()).isLessThan(stretches.nanos() - 90 * MILLI);
        unmount(first);
    }

    @Test
    void g66_nested_scopes_each_see_what_is_in_them() throws Exception {
        mount(first);
        AtomicLongArray outer = scopes.begin();
        unmount(first);
        mount(first);
        AtomicLongArray inner = scopes.begin();
        pass(5);
        Stretches within = scopes.end(inner);
        unmount(first);
        mount(first);
        assertThat(within.unmounts()).isZero();
        assertThat(scopes.end(outer).unmounts()).isEqualTo(2);
        unmount(first);
    }

    @Test
    void a_thread_that_nobody_follows_changes_nothing() throws Exception {
        mount(first);
        AtomicLongArray scope = scopes.begin();
        second.submit(() -> Bridge.mounted(Thread.ofPlatform().unstarted(() -> {})))
                .get();
        unmount(second);
        assertThat(scopes.end(scope).unmounts()).isZero();
        unmount(first);
    }

    @Test
    void an_exit_hook_that_comes_after_the_thread_runs_elsewhere_ends_the_stretch_at_the_next_mount() throws Exception {
        mount(first);
        AtomicLongArray scope = scopes.begin();
        mount(second);
        pass(80);
        unmount(first);
        Stretches stretches = scopes.end(scope);
        assertThat(stretches.unmounts()).isEqualTo(1);
        assertThat(stretches.longestBegin())
                .as("the second stretch is the longest")
                .isPositive();
        assertThat(scope.get(Bridge.SCOPE_LONGEST)).isLessThan(80 * MILLI);
        unmount(second);
    }

    @Test
    void an_exit_hook_of_a_mount_before_the_scope_is_none_of_its_unmounts() throws Exception {
        mount(first);
        mount(second);
        AtomicLongArray scope = scopes.begin();
        unmount(first);
        Stretches stretches = scopes.end(scope);
        assertThat(stretches.unmounts()).isZero();
        assertThat(scope.get(Bridge.SCOPE_MEASURED)).isZero();
        unmount(second);
    }

    @Test
    void the_end_of_a_scope_waits_for_the_exit_hook_of_a_carrier_that_is_late() throws Exception {
        mount(first);
        AtomicLongArray scope = scopes.begin();
        pass(40);
        mount(second);
        first.submit(() -> {
            pass(100);
            Bridge.unmounted();
            return null;
        });
        Stretches stretches = scopes.end(scope);
        assertThat(stretches.unmounts()).isEqualTo(1);
        assertThat(stretches.longestNanos()).isBetween(40 * MILLI, stretches.nanos());
        assertThat(scope.get(Bridge.SCOPE_MEASURED)).isEqualTo(1);
        unmount(second);
    }
}
