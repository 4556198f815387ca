package dev.snag.runtime.jvm;

/**
 * The default scheduler at a glance.
 *
 * @param parallelism how many of its carriers run virtual threads at a time
 * @param queued virtual threads that are ready to run and have no carrier
 */
public record SchedulerSight(int parallelism, long queued) {

    /** Of a scheduler that cannot be read. */
    public static final SchedulerSight UNKNOWN = new SchedulerSight(0, 0);
}
