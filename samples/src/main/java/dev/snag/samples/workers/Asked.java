package dev.snag.samples.workers;

/**
 * One request.
 *
 * @param begin {@code System.nanoTime()}
 * @param millis how long its client waited, in milliseconds
 */
record Asked(long begin, double millis, End end) {

    /** What became of it. */
    enum End {
        DONE,
        /** Answered by an error, or not at all. */
        REFUSED,
        /** Its client has gone. */
        TIMED_OUT
    }
}
