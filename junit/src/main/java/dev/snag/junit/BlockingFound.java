package dev.snag.junit;

/** A virtual thread of the test has kept its carrier. The stack trace is that thread's, and begins at the offender. */
public final class BlockingFound extends AssertionError {

    private static final long serialVersionUID = 1L;

    BlockingFound(String message, StackTraceElement[] stack) {
        super(message);
        setStackTrace(stack);
    }
}
