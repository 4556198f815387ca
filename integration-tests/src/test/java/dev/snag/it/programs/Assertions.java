package dev.snag.it.programs;

import dev.snag.Snag;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code assertUnmounts} accepts and what it does not. A yield always unmounts; a short sleep need not: the sleep before
 * leaves a permit, and when that is used up the time may have passed.
 */
public final class Assertions {

    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofSeconds(3);
    private static final int HELD = 600;

    private Assertions() {}

    public static void main(String[] arguments) {
        Proof.of(
                "g62_fails_where_the_body_never_unmounts_however_fast",
                () -> Proof.onVirtual("v", () -> {
                    AssertionError failure = Proof.thrown(AssertionError.class, () -> Snag.assertUnmounts(() -> {}));
                    Proof.contains(failure.getMessage(), "never let go of its carrier");
                    Proof.thrown(AssertionError.class, () -> Snag.assertUnmounts(() -> SleepOnCarrier.millis(20)));
                }));
        Proof.of(
                "g62_passes_where_the_body_unmounts_once",
                () -> Proof.onVirtual("v", () -> {
                    Snag.assertUnmounts(Thread::yield);
                    for (int i = 0; i < 200; i++) {
                        Snag.assertUnmounts(Thread::yield);
                    }
                }));
        Proof.of(
                "g63_with_a_maximum_passes_a_fast_body_that_never_unmounts",
                () -> Proof.onVirtual("v", () -> Snag.assertUnmounts(LONG, () -> {})));
        Proof.of(
                "g64_fails_where_one_stretch_exceeds_the_maximum",
                () -> Proof.onVirtual("v", () -> {
                    AssertionError failure = Proof.thrown(
                            AssertionError.class, () -> Snag.assertUnmounts(SHORT, () -> SleepOnCarrier.millis(HELD)));
                    Proof.contains(
                            failure.getMessage(),
                            "at most 150.0 ms is fine",
                            "it let go 0 times",
                            "it was here:",
                            "SleepOnCarrier$Initializer.<clinit>");
                    double held = Double.parseDouble(
                            failure.getMessage().replaceAll("(?s).*carrier for ([0-9.]+) ms.*", "$1"));
                    Proof.that(held >= HELD, failure.getMessage());
                }));
        Proof.of(
                "g65_an_exception_from_the_body_is_rethrown",
                () -> Proof.onVirtual("v", () -> {
                    var mine = new IOException("mine");
                    Proof.that(
                            Proof.thrown(
                                            IOException.class,
                                            () -> Snag.assertUnmounts(() -> {
                                                throw mine;
                                            }))
                                    == mine,
                            "another exception");
                    Proof.that(
                            Proof.thrown(
                                            IOException.class,
                                            () -> Snag.assertUnmounts(SHORT, () -> {
                                                SleepOnCarrier.millis(HELD);
                                                throw mine;
                                            }))
                                    == mine,
                            "another exception");
                }));
        Proof.of(
                "g66_nested_scopes_each_see_the_events_inside_them",
                () -> Proof.onVirtual("v", () -> {
                    Snag.assertUnmounts(() -> {
                        Snag.assertUnmounts(Thread::yield);
                        Proof.thrown(AssertionError.class, () -> Snag.assertUnmounts(() -> {}));
                        Snag.assertUnmounts(LONG, Thread::yield);
                    });
                    Proof.thrown(
                            AssertionError.class,
                            () -> Snag.assertUnmounts(
                                    SHORT, () -> Snag.assertUnmounts(LONG, () -> SleepOnCarrier.millis(HELD))));
                    Proof.thrown(
                            AssertionError.class, () -> Snag.assertUnmounts(() -> Snag.assertUnmounts(LONG, () -> {})));
                }));
        Proof.of(
                "g67_many_short_unmounts_whose_sum_exceeds_the_maximum_pass",
                () -> Proof.onVirtual(
                        "v",
                        () -> Snag.assertUnmounts(Duration.ofMillis(1_500), () -> {
                            for (int i = 0; i < 80; i++) {
                                Thread.sleep(20);
                            }
                        })));
        Proof.of(
                "g68_a_stretch_over_the_maximum_is_found_first",
                () -> Proof.onVirtual(
                        "v",
                        () -> found("from 0.", () -> {
                            SleepOnCarrier.millis(HELD);
                            Thread.yield();
                            Thread.yield();
                        })));
        Proof.of(
                "g68_a_stretch_over_the_maximum_is_found_in_the_middle",
                () -> Proof.onVirtual(
                        "v",
                        () -> foundBetween(2, () -> {
                            Thread.yield();
                            SleepOnCarrier.millis(HELD);
                            Thread.yield();
                        })));
        Proof.of(
                "g68_a_stretch_over_the_maximum_is_found_in_the_last_statement",
                () -> Proof.onVirtual(
                        "v",
                        () -> foundBetween(2, () -> {
                            Thread.yield();
                            Thread.yield();
                            SleepOnCarrier.millis(HELD);
                        })));
        Proof.of("many_threads_may_be_followed_at_once", Assertions::manyAtOnce);
        Proof.of(
                "a_platform_thread_is_refused",
                () -> Proof.contains(
                        Proof.thrown(IllegalStateException.class, () -> Snag.assertUnmounts(() -> {}))
                                .getMessage(),
                        "on the platform thread \"main\""));
        Proof.of(
                "a_maximum_must_be_above_zero",
                () -> Proof.thrown(IllegalArgumentException.class, () -> Snag.assertUnmounts(Duration.ZERO, () -> {})));
    }

    private static void found(String where, Snag.Body<InterruptedException> body) {
        AssertionError failure = Proof.thrown(AssertionError.class, () -> Snag.assertUnmounts(SHORT, body));
        Proof.contains(failure.getMessage(), where);
    }

    /** A lock of the JDK that somebody else has may add unmounts to those of the body. */
    private static void foundBetween(int unmounts, Snag.Body<InterruptedException> body) {
        AssertionError failure = Proof.thrown(AssertionError.class, () -> Snag.assertUnmounts(SHORT, body));
        Matcher times = Pattern.compile("it let go (\\d+) times").matcher(failure.getMessage());
        Proof.that(times.find() && Integer.parseInt(times.group(1)) >= unmounts, failure.getMessage());
    }

    private static void manyAtOnce() throws Throwable {
        var failures = new Throwable[50];
        var done = new CountDownLatch(failures.length);
        for (int i = 0; i < failures.length; i++) {
            int n = i;
            Thread.startVirtualThread(() -> {
                try {
                    for (int turn = 0; turn < 20; turn++) {
                        Snag.assertUnmounts(Thread::yield);
                        Proof.thrown(AssertionError.class, () -> Snag.assertUnmounts(() -> {}));
                    }
                } catch (Throwable t) {
                    failures[n] = t;
                }
                done.countDown();
            });
        }
        done.await();
        for (Throwable failure : failures) {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
