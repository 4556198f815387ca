package dev.snag.runtime.jvm;

import java.util.List;

/** The VM's own account of its stop-the-world pauses. */
public interface Pauses {

    /** A JVM that tells nothing of its pauses. */
    Pauses UNKNOWN = new Pauses() {
        @Override
        public Total total() {
            return new Total(0, System.nanoTime());
        }

        @Override
        public List<Pause> lastCollections() {
            return List.of();
        }

        @Override
        public long processCpuNanos() {
            return -1;
        }
    };

    /** In how much time all threads were stopped. */
    Total total();

    /** The last collection of each collector, on the time scale of {@code System.nanoTime()}, exact to a millisecond. */
    List<Pause> lastCollections();

    /** Processor time of the whole process so far, exact to some milliseconds; -1 where unknown. */
    long processCpuNanos();

    /**
     * What was added up since this was opened.
     *
     * @param at when it was read, {@code System.nanoTime()}: nothing that ended later is in it
     */
    record Total(long millis, long at) {}

    /** From when until when, {@code System.nanoTime()}. */
    record Pause(long from, long until) {}
}
