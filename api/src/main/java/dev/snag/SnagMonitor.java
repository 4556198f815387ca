package dev.snag;

import java.time.Duration;

/** The watch that runs, in the hands of a listener. */
public interface SnagMonitor {

    /** As {@link Snag#addMonitoringFunction}. */
    void addMonitoringFunction(Runnable function, Duration period);

    /** As {@link Snag#removeMonitoringFunction}. */
    boolean removeMonitoringFunction(Runnable function);

    /** As {@link Snag#dump}. */
    String dump();
}
