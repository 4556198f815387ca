package dev.snag.runtime.strict;

/** Which threads may do what is forbidden, by their own word. */
@FunctionalInterface
public interface AllowedCalls {

    /**
     * Whether this thread may just now; if so, the call is counted.
     *
     * @param begin of the call, {@code System.nanoTime()}
     * @param end of the call, {@code System.nanoTime()}
     */
    boolean allows(long threadId, long begin, long end);
}
