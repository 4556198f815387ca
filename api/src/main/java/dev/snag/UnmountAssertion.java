package dev.snag;

import java.time.Duration;
import java.util.Locale;

/** Runs a body on the virtual thread that calls, and judges how it let go of its carrier. */
final class UnmountAssertion {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MOST_FRAMES = 30;

    private UnmountAssertion() {}

    /**
     * What the agent measured.
     *
     * @param longest the longest stretch without an unmount, in nanoseconds
     * @param longestBegin when that began, from the body's beginning
     * @param stack where the thread was in it; null where nobody looked
     */
    record Measured(long unmounts, long elapsed, long longest, long longestBegin, StackTraceElement[] stack) {}

    /** Of a maximum of null: there must be an unmount. */
    static <X extends Throwable> void run(Duration maximum, Snag.Body<X> body) throws X {
        Object scope = begin(maximum == null ? 0 : maximum.toNanos());
        try {
            body.run();
        } catch (Throwable t) {
            AgentConnection.call("unfollow", scope);
            throw t;
        }
        var measured = (Object[]) AgentConnection.call("unfollow", scope);
        String wrong = judge(
                maximum,
                new Measured(
                        (Long) measured[0],
                        (Long) measured[1],
                        (Long) measured[2],
                        (Long) measured[3],
                        (StackTraceElement[]) measured[4]));
        if (wrong != null) {
            throw new AssertionError(wrong);
        }
    }

    private static Object begin(long mostNanos) {
        if (!Snag.isWatching()) {
            throw new IllegalStateException(Snag.NOT_WATCHING);
        }
        if (!Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("assertUnmounts was called on the platform thread \""
                    + Thread.currentThread().getName()
                    + "\", which has no carrier to let go of; call it on a virtual thread");
        }
        Object scope = AgentConnection.call("follow", mostNanos);
        if (scope == null) {
            throw new IllegalStateException(
                    "the mount of this virtual thread is not seen, so nothing can be said of its unmounts");
        }
        return scope;
    }

    /** What is wrong, or null. */
    static String judge(Duration maximum, Measured measured) {
        if (maximum == null) {
            return measured.unmounts > 0
                    ? null
                    : "the body never let go of its carrier in its " + millis(measured.elapsed)
                            + ": what it waits for does not unmount the virtual thread, or it waits for nothing";
        }
        if (measured.longest <= maximum.toNanos()) {
            return null;
        }
        return "the body kept its carrier for " + millis(measured.longest) + " without letting go, at most "
                + millis(maximum.toNanos()) + " is fine: from " + millis(measured.longestBegin) + " to "
                + millis(measured.longestBegin + measured.longest) + " of " + millis(measured.elapsed)
                + ", in which it let go "
                + measured.unmounts + (measured.unmounts == 1 ? " time" : " times") + report(measured.stack);
    }

    private static String report(StackTraceElement[] stack) {
        if (stack == null) {
            return "\nwhere it was is not known: it had let go before anybody looked";
        }
        var text = new StringBuilder("\nit was here:");
        for (int i = 0; i < stack.length && i < MOST_FRAMES; i++) {
            text.append("\n    at ").append(stack[i]);
        }
        return text.toString();
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI);
    }
}
