package dev.snag.it.programs;

import dev.snag.Snag;
import dev.snag.StopWatching;
import java.time.Duration;

/** A monitoring function ends the watch. */
public final class StopSignal {

    private StopSignal() {}

    public static void main(String[] arguments) throws Throwable {
        Proof.onVirtual("before", () -> SleepOnCarrier.millis(450));
        Snag.addMonitoringFunction(
                () -> {
                    throw new StopWatching("enough");
                },
                Duration.ofMillis(10));
        Proof.of("g50_the_stop_signal_ends_the_watch", () -> Proof.eventually(() -> !Snag.isWatching()));
        Proof.onVirtual("after", () -> SleepOnCarrier.millis(450));
        Proof.of(
                "assert_unmounts_is_not_green_after_that",
                () -> Proof.onVirtual(
                        "v",
                        () -> Proof.thrown(IllegalStateException.class, () -> Snag.assertUnmounts(Thread::yield))));
    }
}
