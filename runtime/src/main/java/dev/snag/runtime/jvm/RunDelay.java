package dev.snag.runtime.jvm;

/**
 * How long a thread has been runnable and waited for a processor. The kernel adds a wait up when it is over; how long the
 * present one has lasted can only be seen.
 *
 * @param over nanoseconds of all waits that are over, since the thread began; -1 where it cannot be told
 * @param present nanoseconds of the present wait since it was first seen; 0 where none is seen
 * @param runnable whether it runs or waits, and does not sleep
 * @param began a time, {@code System.nanoTime()}, before which there was no such thread
 */
public record RunDelay(long over, long present, boolean runnable, long began) {

    /** Nothing can be told. */
    public static final RunDelay UNKNOWN = new RunDelay(-1, 0, false, 0);

    /** Whether it can be told. */
    public boolean known() {
        return over >= 0;
    }

    /** At least so many nanoseconds; -1 where it cannot be told. */
    public long nanos() {
        return known() ? over + present : -1;
    }
}
