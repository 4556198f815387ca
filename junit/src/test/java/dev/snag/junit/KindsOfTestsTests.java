package dev.snag.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dynamic, parameterized and repeated tests, tests that interrupt themselves, and what belongs to no test. */
class KindsOfTestsTests {

    private static void hold() {
        try {
            Thread.startVirtualThread(() -> Held.forMillis(60)).join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static class DynamicTestCases {

        @TestFactory
        Stream<DynamicTest> some() {
            return IntStream.range(0, 3)
                    .mapToObj(i -> DynamicTest.dynamicTest("number " + i, () -> {
                        if (i == 1) {
                            hold();
                        }
                    }));
        }
    }

    @Test
    void of_dynamic_tests_the_guilty_one_fails() {
        Run run = Run.of(DynamicTestCases.class);

        assertThat(run.failedTests()).containsOnlyKeys("number 1");
        assertThat(run.failedTests().get("number 1")).hasMessageContaining("DynamicTestCases.some[number 1]");
        assertThat(run.failedContainers()).isEmpty();
    }

    static class InvocationTestCases {

        @ParameterizedTest(name = "with {0}")
        @ValueSource(ints = {0, 1})
        void parameterized(int which) {
            if (which == 1) {
                hold();
            }
        }

        @RepeatedTest(value = 2, name = "repetition {currentRepetition}")
        void repeated(org.junit.jupiter.api.RepetitionInfo repetition) {
            if (repetition.getCurrentRepetition() == 1) {
                hold();
            }
        }
    }

    @Test
    void of_several_invocations_the_guilty_one_fails_and_is_named_by_its_number() {
        var failed = Run.of(InvocationTestCases.class).failedTests();

        assertThat(failed).containsOnlyKeys("with 1", "repetition 1");
        assertThat(failed.get("with 1")).hasMessageContaining("InvocationTestCases.parameterized[#2]");
        assertThat(failed.get("repetition 1")).hasMessageContaining("InvocationTestCases.repeated[#1]");
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class GuiltyConstructorTestCases {

        GuiltyConstructorTestCases() {
            Thread.startVirtualThread(() -> Held.forMillis(60));
        }

        @Test
        void innocent() {}
    }

    @Test
    void what_a_constructor_starts_is_the_classs() {
        Run run = Run.of(GuiltyConstructorTestCases.class);

        assertThat(run.failedTests()).isEmpty();
        assertThat(run.failedContainers().values())
                .singleElement()
                .satisfies(failure -> assertThat(failure).isInstanceOf(BlockingFound.class));
    }

    static class InterruptedTestCases {

        @Test
        void guilty_and_interrupted() {
            Thread.startVirtualThread(() -> Held.forMillis(60));
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_test_that_leaves_its_thread_interrupted_is_judged_all_the_same() {
        try {
            assertThat(Run.of(InterruptedTestCases.class).failedTests()).containsOnlyKeys("guilty_and_interrupted");
        } finally {
            Thread.interrupted();
        }
    }

    static class InnocentTestCases {

        @Test
        void innocent() throws InterruptedException {
            GO.countDown();
            Thread.startVirtualThread(() -> {}).join();
            HELD.await();
        }
    }

    private static final CountDownLatch GO = new CountDownLatch(1);
    private static final CountDownLatch HELD = new CountDownLatch(1);

    @Test
    void what_a_server_does_that_was_there_before_is_told_at_the_end_and_fails_nobody() {
        Thread server = Thread.startVirtualThread(() -> {
            try {
                GO.await();
                Held.forMillis(60);
                HELD.countDown();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        Run.of(GuiltyConstructorTestCases.class); // the agent notes from now on, at the latest
        TestAgent.presentOrNull().findingsOfNoTest();

        Run run = Run.of(InnocentTestCases.class);

        assertThat(server.isVirtual()).isTrue();
        assertThat(run.failedTests()).isEmpty();
        assertThat(run.failedContainers()).isEmpty();
        var bytes = new ByteArrayOutputStream();
        new NobodysFindings(new PrintStream(bytes, true, StandardCharsets.UTF_8)).testPlanExecutionFinished(null);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("[snag] 1 finding belongs to no test that ran at that time")
                .contains("[snag] PINNED (CLASS_INIT)");
    }
}
