package dev.snag.runtime.strict;

import dev.snag.runtime.tests.TestScope;

/** Which threads may do what is forbidden, by their own word, and whose they are. */
@FunctionalInterface
public interface AllowedCalls {

    /**
     * Whether this thread may just now; if so, the call is counted.
     *
     * @param begin of the call, {@code System.nanoTime()}
     * @param end of the call, {@code System.nanoTime()}
     */
    boolean allows(long threadId, long begin, long end);

    /** The test that a thread belongs to; null for none. */
    default TestScope testOf(long threadId) {
        return null;
    }
}
