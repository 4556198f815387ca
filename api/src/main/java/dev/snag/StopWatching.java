package dev.snag;

/**
 * Thrown by a monitoring function to end the watch for good: what was found is told as at the end of the JVM, and nothing is
 * seen from then on.
 */
public final class StopWatching extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the reason, which is told. */
    public StopWatching(String reason) {
        super(reason);
    }
}
