package dev.snag.runtime.monitor;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.tests.TestScope;

/** What the application itself has said of its holds; asked on the monitor thread, must return at once. */
public interface UserWishes {

    /** Nothing was said. */
    UserWishes NONE = new UserWishes() {
        @Override
        public long allowedNanos(long threadId, long from, long until) {
            return 0;
        }

        @Override
        public void allowed(long threadId, long from, long until) {
            // is never called, as nothing is allowed
        }

        @Override
        public StackRequest askForStack(ThreadRef thread, ThreadRef carrier, long heldNanos) {
            return null;
        }
    };

    /** How much of this time, {@code System.nanoTime()}, the thread was allowed to block. */
    long allowedNanos(long threadId, long from, long until);

    /** A hold has ended that would have been a finding if nothing of it had been allowed. */
    void allowed(long threadId, long from, long until);

    /** Asks whether the stack of a held thread may be taken; null where nobody minds. */
    StackRequest askForStack(ThreadRef thread, ThreadRef carrier, long heldNanos);

    /** The test that a thread belongs to; null for none. */
    default TestScope testOf(long threadId) {
        return null;
    }

    /** The least threshold that a test has of its own; {@link Thresholds#OFF} for none. */
    default long leastOfTests() {
        return Thresholds.OFF;
    }
}
