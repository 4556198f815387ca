package dev.snag.runtime.jvm;

/** The VM's own account of its stop-the-world pauses. */
public interface Pauses {

    /** A JVM that tells nothing of its pauses. */
    Pauses UNKNOWN = new Pauses() {
        @Override
        public Total total() {
            return new Total(0, System.nanoTime());
        }

        @Override
        public int collectors() {
            return 0;
        }

        @Override
        public Collected collected(int collector) {
            throw new IndexOutOfBoundsException(collector);
        }

        @Override
        public Pause collection(int collector, long count) {
            throw new IndexOutOfBoundsException(collector);
        }

        @Override
        public long processCpuNanos() {
            return -1;
        }
    };

    /** In how much time all threads were stopped. The VM adds a pause up some time after it has let the threads go. */
    Total total();

    /** How many collectors there are of which each collection stops all threads. */
    int collectors();

    /** What that collector has done so far; a collection is in it before the threads are let go. */
    Collected collected(int collector);

    /**
     * When a collection was, exact to a millisecond.
     *
     * @param count which one, counted from 1
     * @return null where it is not the last one any more
     */
    Pause collection(int collector, long count);

    /** Processor time of the whole process so far, exact to some milliseconds; -1 where unknown. */
    long processCpuNanos();

    /**
     * What was added up since the JVM began.
     *
     * @param at when it was read, {@code System.nanoTime()}: nothing that ended later is in it
     */
    record Total(long millis, long at) {}

    /** How many collections in how much time, since the JVM began. */
    record Collected(long count, long millis) {}

    /** From when until when, {@code System.nanoTime()}. */
    record Pause(long from, long until) {}
}
