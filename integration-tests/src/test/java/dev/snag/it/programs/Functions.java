package dev.snag.it.programs;

import dev.snag.Snag;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Monitoring functions: what is refused, when they are called, what they may throw. */
public final class Functions {

    private Functions() {}

    public static void main(String[] arguments) {
        Proof.of("g45_null_or_a_period_that_is_not_above_zero_is_rejected", () -> {
            Proof.thrown(NullPointerException.class, () -> Snag.addMonitoringFunction(null, Duration.ofSeconds(1)));
            Proof.thrown(IllegalArgumentException.class, () -> Snag.addMonitoringFunction(() -> {}, Duration.ZERO));
            Proof.thrown(
                    IllegalArgumentException.class, () -> Snag.addMonitoringFunction(() -> {}, Duration.ofMillis(-1)));
            Proof.that(Snag.monitoringFunctions().isEmpty(), Snag.monitoringFunctions());
        });
        Proof.of("g46_adding_again_updates_the_period_and_removing_restores_the_count", () -> {
            Runnable function = () -> {};
            Snag.addMonitoringFunction(function, Duration.ofSeconds(1));
            Snag.addMonitoringFunction(function, Duration.ofSeconds(2));
            Proof.that(
                    Snag.monitoringFunctions().equals(Map.of(function, Duration.ofSeconds(2))),
                    Snag.monitoringFunctions());
            Proof.that(Snag.removeMonitoringFunction(function), "was not there");
            Proof.that(!Snag.removeMonitoringFunction(function), "is still there");
            Proof.that(Snag.monitoringFunctions().isEmpty(), Snag.monitoringFunctions());
        });
        Proof.of("g47_a_function_is_called_about_every_period_on_the_thread_for_it", () -> {
            var calls = new AtomicInteger();
            var on = new AtomicReference<Thread>();
            Runnable function = () -> {
                on.set(Thread.currentThread());
                calls.incrementAndGet();
            };
            long begin = System.nanoTime();
            Snag.addMonitoringFunction(function, Duration.ofMillis(20));
            Proof.eventually(() -> calls.get() >= 10);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            Proof.that(millis >= 9 * 20, millis);
            Proof.that(on.get().getName().equals("snag-listeners") && on.get().isDaemon(), on);
            Snag.removeMonitoringFunction(function);
            Thread.sleep(100);
            int then = calls.get();
            Thread.sleep(200);
            Proof.that(calls.get() == then, calls + " calls, after removal " + then);
        });
        Proof.of("g49_a_function_that_throws_is_still_called_and_so_are_others", () -> {
            var thrown = new AtomicInteger();
            var others = new AtomicInteger();
            Snag.addMonitoringFunction(new Thrower(thrown), Duration.ofMillis(10));
            Snag.addMonitoringFunction(others::incrementAndGet, Duration.ofMillis(10));
            Proof.eventually(() -> thrown.get() >= 10 && others.get() >= 10);
            Proof.that(Snag.isWatching(), "not watching");
        });
    }

    private record Thrower(AtomicInteger calls) implements Runnable {
        @Override
        public void run() {
            calls.incrementAndGet();
            throw new IllegalStateException("thrown on purpose");
        }
    }
}
