package dev.snag.it.programs;

import dev.snag.Snag;
import dev.snag.SnagListener;
import dev.snag.SnagMonitor;
import dev.snag.SnagOccurrence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Has said all that it wants to say before the agent is attached. */
public final class LateAttach {

    private LateAttach() {}

    public static void main(String[] arguments) throws Throwable {
        var started = new AtomicInteger();
        var called = new AtomicInteger();
        List<String> heard = new CopyOnWriteArrayList<>();
        Snag.addListener(new SnagListener() {
            @Override
            public void started(SnagMonitor monitor) {
                started.incrementAndGet();
            }

            @Override
            public void occurred(SnagOccurrence occurrence) {
                heard.add(occurrence.threadName());
            }
        });
        Snag.addMonitoringFunction(called::incrementAndGet, Duration.ofMillis(10));
        Proof.of("before_the_agent_nothing_is_watched", () -> Proof.that(!Snag.isWatching(), "watching"));
        System.out.println("ready");
        System.in.read();
        Proof.of("an_agent_that_comes_late_meets_what_was_said_before", () -> {
            Proof.that(Snag.isWatching(), "not watching");
            Proof.eventually(() -> started.get() == 1 && called.get() > 3);
            Proof.onVirtual("heard", () -> SleepOnCarrier.millis(450));
            Proof.eventually(() -> heard.contains("heard"));
            Proof.onVirtual("v", () -> Snag.assertUnmounts(Thread::yield));
        });
    }
}
