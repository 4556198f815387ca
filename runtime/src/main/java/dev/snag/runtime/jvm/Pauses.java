package dev.snag.runtime.jvm;

import java.util.List;

/** The VM's own account of its stop-the-world pauses. */
public interface Pauses {

    /** A JVM that tells nothing of its pauses. */
    Pauses UNKNOWN = new Pauses() {
        @Override
        public long totalMillis() {
            return 0;
        }

        @Override
        public List<Pause> lastCollections(long now) {
            return List.of();
        }

        @Override
        public long processCpuNanos() {
            return -1;
        }
    };

    /** Milliseconds in which all threads were stopped, since this was opened. */
    long totalMillis();

    /**
     * The last collection of each collector, on the time scale of {@code System.nanoTime()}, exact to a millisecond.
     *
     * @param now {@code System.nanoTime()}
     */
    List<Pause> lastCollections(long now);

    /** Processor time of the whole process so far, exact to some milliseconds; -1 where unknown. */
    long processCpuNanos();

    /** From when until when, {@code System.nanoTime()}. */
    record Pause(long from, long until) {}
}
