package dev.snag.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What the annotations change, with the agent in this JVM. */
class AnnotationsTests {

    private static void hold() {
        try {
            Thread.startVirtualThread(() -> Held.forMillis(60)).join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @NoBlocking(maxBlockingTime = "10s")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Patient {}

    static class MethodTestCases {

        @Test
        void fails() {
            hold();
        }

        @Test
        @NoBlocking(maxBlockingTime = "10s")
        void passes_with_a_longer_maximum() {
            hold();
        }

        @Test
        @NoBlocking(maxBlockingTime = "5ms")
        void fails_with_a_shorter_maximum() throws InterruptedException {
            Thread.startVirtualThread(() -> Held.forMillis(15)).join();
        }

        @Test
        @NoBlocking(kinds = Kind.MONITOR)
        void passes_where_another_kind_is_named() {
            hold();
        }

        @Test
        @Patient
        void passes_by_an_annotation_of_ones_own() {
            hold();
        }

        @Test
        @AllowBlocking(kinds = Kind.PINNED, frames = "dev.snag.junit.Held*", reason = "known")
        void passes_where_it_is_allowed() {
            hold();
        }

        @Test
        @AllowBlocking(kinds = Kind.PINNED, frames = "com.acme.*", reason = "known")
        void fails_where_something_else_is_allowed() {
            hold();
        }

        @Test
        @AllowBlocking(reason = "known", until = "2020-01-01")
        void fails_where_it_is_not_allowed_any_more() {
            hold();
        }

        @Test
        @ExpectBlocking(kind = Kind.PINNED)
        void passes_where_it_is_expected() {
            hold();
        }

        @Test
        @ExpectBlocking(kind = Kind.PINNED, atLeast = 2)
        void fails_where_more_are_expected() {
            hold();
        }

        @Test
        @ExpectBlocking(kind = Kind.PINNED, atLeast = 0, atMost = 1)
        void fails_where_fewer_are_expected() {
            hold();
            hold();
        }

        @Test
        @ExpectBlocking(kind = Kind.MONITOR)
        void fails_twice() {
            hold();
        }
    }

    @Test
    void on_methods_and_as_meta_annotation() {
        Run run = Run.of(MethodTestCases.class);

        assertThat(run.failedTests().keySet())
                .containsExactlyInAnyOrder(
                        "fails",
                        "fails_with_a_shorter_maximum",
                        "fails_where_something_else_is_allowed",
                        "fails_where_it_is_not_allowed_any_more",
                        "fails_where_more_are_expected",
                        "fails_where_fewer_are_expected",
                        "fails_twice");
        assertThat(run.failedTests().get("fails_where_it_is_not_allowed_any_more"))
                .hasMessageContaining("has not held any more since 2020-01-01");
        assertThat(run.failedTests().get("fails_where_more_are_expected"))
                .hasMessageContaining("is to have at least 2 of kind PINNED, and has 1");
        assertThat(run.failedTests().get("fails_twice"))
                .isInstanceOf(BlockingFound.class)
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other.getMessage()).contains("kind MONITOR, and has 0")));
    }

    static class StrictTestCases {

        @Test
        void passes_as_the_call_took_no_time() throws InterruptedException {
            Thread.startVirtualThread(Held::forbidden).join();
        }

        @Test
        @NoBlocking(strict = true)
        void fails_as_it_is_strict() throws InterruptedException {
            Thread.startVirtualThread(Held::forbidden).join();
        }

        @Test
        @NoBlocking(strict = true)
        void passes_as_it_calls_nothing() throws InterruptedException {
            Thread.startVirtualThread(() -> {}).join();
        }
    }

    @Test
    void calls_that_are_forbidden_at_any_duration_fail_where_that_is_wanted() {
        Run run = Run.of(StrictTestCases.class);

        assertThat(run.failedTests()).containsOnlyKeys("fails_as_it_is_strict");
        assertThat(run.failedTests().get("fails_as_it_is_strict"))
                .isInstanceOf(BlockingFound.class)
                .hasMessageContaining("It called Held.forbidden, which a strict rule of yours forbids");
    }

    @NoBlocking(maxBlockingTime = "10s")
    static class ClassTestCases {

        @Test
        void passes() {
            hold();
        }

        @Test
        @NoBlocking
        void fails_as_the_nearest_counts() {
            hold();
        }

        @Nested
        class Inner {
            @Test
            void passes_too() {
                hold();
            }
        }
    }

    @Test
    void on_classes_and_those_around() {
        assertThat(Run.of(ClassTestCases.class).failedTests()).containsOnlyKeys("fails_as_the_nearest_counts");
    }

    static class BadTestCases {

        @Test
        @NoBlocking(maxBlockingTime = "soon")
        void bad_maximum() {}

        @Test
        @AllowBlocking(reason = "known", frames = "com acme")
        void bad_frame() {}

        @Test
        @AllowBlocking(reason = "")
        void no_reason() {}
    }

    @Test
    void what_cannot_be_read_fails_the_test_and_says_what_to_write() {
        var failed = Run.of(BadTestCases.class).failedTests();

        assertThat(failed).containsOnlyKeys("bad_maximum", "bad_frame", "no_reason");
        assertThat(failed.values())
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(ExtensionConfigurationException.class));
        assertThat(failed.get("bad_maximum")).hasMessageContaining("maxBlockingTime is 'soon'; write a number");
    }

    static class InjectedTestCases {

        @Test
        void passes_as_it_finds_what_it_looks_for(TestFindings findings) {
            assertThat(findings.soFar()).isEmpty();
            hold();
            assertThat(findings.soFar(Kind.PINNED))
                    .singleElement()
                    .satisfies(
                            finding -> assertThat(finding.hold().durationMs()).isGreaterThanOrEqualTo(60));
            assertThat(findings.soFar(Kind.CPU)).isEmpty();
            throw new IllegalStateException("the body's own: "
                    + findings.soFar().stream().map(Occurrence::test).toList());
        }
    }

    @Test
    void findings_can_be_had_as_a_parameter_and_the_bodys_own_failure_stays_the_first() {
        var failed = Run.of(InjectedTestCases.class).failedTests();

        assertThat(failed.values()).singleElement().satisfies(failure -> {
            assertThat(failure)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the body's own: [" + InjectedTestCases.class.getName()
                            + ".passes_as_it_finds_what_it_looks_for]");
            assertThat(failure.getSuppressed()).singleElement().isInstanceOf(BlockingFound.class);
        });
    }
}
