package dev.snag.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test that started a thread, by whatever way, fails for it, and no other does. With the agent in this JVM. */
class WhoseFindingsTests {

    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    static class WaysTestCases {

        private static final ThreadFactory NO_INHERITANCE =
                Thread.ofVirtual().inheritInheritableThreadLocals(false).factory();
        /** Its workers are virtual, and started by whoever comes first. */
        private static final ExecutorService SHARED_POOL = Executors.newFixedThreadPool(1, NO_INHERITANCE);

        private static final ScheduledExecutorService SHARED_TIMER = Executors.newSingleThreadScheduledExecutor();
        private static final ExecutorService MADE_EARLIER = Executors.newVirtualThreadPerTaskExecutor();

        @Test
        void bare_thread_that_nobody_joins() {
            Thread.ofVirtual().start(() -> Held.forMillis(60));
        }

        @Test
        void thread_whose_exception_nobody_sees() {
            Thread.ofVirtual()
                    .unstarted(() -> {
                        Held.forMillis(60);
                        throw new IllegalStateException("nobody sees this");
                    })
                    .start();
        }

        @Test
        void factory_that_inherits_nothing() throws InterruptedException {
            Thread thread = NO_INHERITANCE.newThread(() -> Held.forMillis(60));
            thread.start();
            thread.join();
        }

        @Test
        void executor_made_earlier() throws Exception {
            MADE_EARLIER.submit(() -> Held.forMillis(60)).get();
        }

        @Test
        void through_a_platform_thread() throws InterruptedException {
            Thread platform = new Thread(() -> Thread.startVirtualThread(() -> Held.forMillis(60)));
            platform.start();
            platform.join();
        }

        @Test
        void through_a_pool_of_its_own() throws Exception {
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                pool.submit(() -> Thread.startVirtualThread(() -> Held.forMillis(60)))
                        .get();
            }
        }

        @Test
        void in_a_pool_that_others_have_started() throws Exception {
            SHARED_POOL.submit(() -> Held.forMillis(60)).get();
        }

        @Test
        void through_a_pool_that_others_have_started() throws Exception {
            SHARED_TIMER
                    .schedule(() -> Thread.startVirtualThread(() -> Held.forMillis(60)), 1, TimeUnit.MILLISECONDS)
                    .get();
        }

        @Test
        void through_a_virtual_thread() throws InterruptedException {
            Thread.startVirtualThread(() -> Thread.startVirtualThread(() -> Held.forMillis(60)))
                    .join();
        }

        @Test
        void through_a_future() {
            CompletableFuture.runAsync(() -> Held.forMillis(60), MADE_EARLIER).join();
        }

        @Test
        @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void in_a_thread_of_junit() throws InterruptedException {
            Thread.startVirtualThread(() -> Held.forMillis(60)).join();
        }

        @Test
        void innocent_that_sleeps() throws InterruptedException {
            Thread.startVirtualThread(() -> sleep(60)).join();
        }

        @Test
        void innocent_that_does_nothing() {}

        @Test
        void innocent_that_holds_nothing_but_its_own_platform_thread() {
            Held.forMillis(60);
        }
    }

    static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void each_way_to_start_a_thread_is_followed() {
        Run run = Run.of(WaysTestCases.class);

        assertThat(run.failedTests().keySet())
                .containsExactlyInAnyOrder(
                        "bare_thread_that_nobody_joins",
                        "thread_whose_exception_nobody_sees",
                        "factory_that_inherits_nothing",
                        "executor_made_earlier",
                        "through_a_platform_thread",
                        "through_a_pool_of_its_own",
                        "in_a_pool_that_others_have_started",
                        "through_a_pool_that_others_have_started",
                        "through_a_virtual_thread",
                        "through_a_future",
                        "in_a_thread_of_junit");
        assertThat(run.succeeded()).isEqualTo(3);
        assertThat(run.failedTests().values())
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(BlockingFound.class)
                        .hasMessageStartingWith("[snag] PINNED (CLASS_INIT)")
                        .hasMessageContaining("  test   " + WaysTestCases.class.getName()));
    }

    @Test
    void also_where_they_run_in_parallel() {
        for (int i = 0; i < 5; i++) {
            Run run = Run.of(PARALLEL, WaysTestCases.class, InnocentTestCases.class);

            assertThat(run.failedTests().keySet()).hasSize(11).noneMatch(name -> name.startsWith("innocent"));
        }
    }

    static class InnocentTestCases {

        @Test
        void innocent_one() throws InterruptedException {
            Thread.startVirtualThread(() -> sleep(100)).join();
        }

        @Test
        void innocent_two() throws Exception {
            WaysTestCases.MADE_EARLIER.submit(() -> sleep(100)).get();
        }

        @Test
        void innocent_three() throws Exception {
            WaysTestCases.SHARED_POOL.submit(() -> {}).get();
            WaysTestCases.SHARED_TIMER.submit(() -> {}).get();
            sleep(200);
        }
    }

    static class LifecycleTestCases {

        @BeforeEach
        void startForTheTest() {
            Thread.startVirtualThread(() -> Held.forMillis(60));
        }

        @Test
        void has_a_guilty_before_each() {}
    }

    static class GuiltyBeforeAllTestCases {

        @BeforeAll
        static void startForAll() {
            Thread.startVirtualThread(() -> Held.forMillis(60));
        }

        @Test
        void innocent() throws InterruptedException {
            Thread.startVirtualThread(() -> sleep(60)).join();
        }
    }

    static class GuiltyAfterAllTestCases {

        @AfterAll
        static void startForAll() {
            Thread.startVirtualThread(() -> Held.forMillis(60));
        }

        @Test
        void innocent() {}
    }

    @Test
    void before_each_is_the_tests_and_before_all_and_after_all_are_the_classs() {
        assertThat(Run.of(LifecycleTestCases.class).failedTests()).containsOnlyKeys("has_a_guilty_before_each");
        for (Class<?> type : new Class<?>[] {GuiltyBeforeAllTestCases.class, GuiltyAfterAllTestCases.class}) {
            Run run = Run.of(type);
            assertThat(run.failedTests()).isEmpty();
            assertThat(run.failedContainers().values())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure)
                            .isInstanceOf(BlockingFound.class)
                            .hasMessageContaining("  test   " + type.getName()));
        }
    }

    static class LateTestCases {

        private static Thread late;

        @Test
        void starts_one_that_holds_much_later() {
            late = Thread.startVirtualThread(() -> {
                sleep(400);
                Held.forMillis(60);
            });
        }

        @AfterAll
        static void waitForIt() throws InterruptedException {
            late.join();
        }
    }

    @Test
    void what_comes_too_late_for_its_test_fails_the_class_and_names_the_test() {
        Run run = Run.of(LateTestCases.class);

        assertThat(run.failedTests()).isEmpty();
        assertThat(run.failedContainers().values())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining(
                                "  test   " + LateTestCases.class.getName() + ".starts_one_that_holds_much_later"));
    }

    static class LongTestCases {

        @Test
        void starts_one_that_holds_on() {
            Thread.startVirtualThread(() -> Held.forMillis(500));
        }
    }

    @Test
    void a_hold_that_outlives_its_test_is_waited_for_and_told_with_its_length() {
        assertThat(Run.of(LongTestCases.class).failedTests().get("starts_one_that_holds_on"))
                .hasMessageContaining(", held its carrier for 5");
    }

    @Test
    void but_no_longer_than_it_may_take() {
        Map<String, String> hurry = Map.of(Settings.PATIENCE, "100ms");

        assertThat(Run.of(hurry, LongTestCases.class).failedTests().get("starts_one_that_holds_on"))
                .hasMessageContaining(" so far");
    }
}
