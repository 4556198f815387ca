package dev.snag.it.programs;

import dev.snag.SnagListener;
import dev.snag.SnagMonitor;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Named in {@code META-INF/services}; nothing of the program calls Snag. */
public final class Plugin implements SnagListener {

    static final AtomicInteger STARTED = new AtomicInteger();
    static final AtomicInteger CALLED = new AtomicInteger();
    static volatile String dump = "";

    @Override
    public void started(SnagMonitor monitor) {
        STARTED.incrementAndGet();
        monitor.addMonitoringFunction(CALLED::incrementAndGet, Duration.ofMillis(10));
        dump = monitor.dump();
    }
}
