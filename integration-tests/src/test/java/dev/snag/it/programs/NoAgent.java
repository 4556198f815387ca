package dev.snag.it.programs;

import dev.snag.AllowedBlocking;
import dev.snag.Snag;
import dev.snag.SnagListener;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** All that can be called, without an agent. */
@SuppressWarnings("try")
public final class NoAgent {

    private NoAgent() {}

    public static void main(String[] arguments) {
        Proof.of("without_the_agent_it_says_that_it_does_not_watch", () -> {
            Proof.that(!Snag.isWatching(), "watching");
            Proof.contains(Snag.dump(), "-javaagent:snag.jar");
            Proof.that(!Snag.isInstrumented(Thread.class, "run"), "instrumented");
        });
        Proof.of(
                "without_the_agent_nothing_happens",
                () -> Proof.onVirtual("v", () -> {
                    var ran = new AtomicBoolean();
                    Snag.allowBlocking("a reason", () -> ran.set(true));
                    Proof.that(ran.get(), "the body was not run");
                    try (AllowedBlocking allowed = Snag.allowBlocking("a reason")) {
                        Snag.ignoreCurrent();
                        Snag.monitorCurrent();
                    }
                    Snag.addListener(new SnagListener() {});
                    Snag.addMonitoringFunction(
                            () -> System.out.println("FAILED called without an agent"), Duration.ofMillis(5));
                    Thread.sleep(50);
                }));
        Proof.of(
                "without_the_agent_an_assertion_is_not_green",
                () -> Proof.onVirtual("v", () -> {
                    var ran = new AtomicBoolean();
                    Proof.contains(
                            Proof.thrown(IllegalStateException.class, () -> Snag.assertUnmounts(() -> ran.set(true)))
                                    .getMessage(),
                            "-javaagent:snag.jar");
                    Proof.thrown(
                            IllegalStateException.class,
                            () -> Snag.assertUnmounts(Duration.ofSeconds(1), () -> ran.set(true)));
                    Proof.that(!ran.get(), "the body was run");
                }));
    }
}
