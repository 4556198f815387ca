package dev.snag;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What an application or a test may say to Snag, and ask of it.
 *
 * <p>Without the agent nothing here does anything, and costs next to nothing, with one exception: {@link #assertUnmounts}
 * fails, as an assertion that was not checked must not be green. {@link #isWatching} says which it is.
 */
public final class Snag {

    static final String NOT_WATCHING =
            "Snag does not watch this JVM, so nothing can be said of its virtual threads: start it"
                    + " with -javaagent:snag.jar (Maven Surefire: <argLine>-javaagent:/path/to/snag.jar</argLine>)";

    private static final AllowedBlocking NOTHING_OPEN = () -> {};

    private Snag() {}

    /**
     * A body of code.
     *
     * @param <X> what it may throw; unchecked exceptions where it throws none
     */
    @FunctionalInterface
    public interface Body<X extends Throwable> {
        /** Runs it. */
        void run() throws X;
    }

    /** Whether holds of carriers are seen in this JVM: the agent is there, and its watch lives. */
    public static boolean isWatching() {
        return Boolean.TRUE.equals(AgentConnection.call("watching"));
    }

    /**
     * From now until the scope is closed the calling virtual thread may block: time that it keeps its carrier in the scope is
     * not held against it. Scopes nest; they are of the thread and not of its mount, so it may unmount and mount again inside.
     * Holds that are no findings because of it are counted by the reason (the outermost scope's) in {@code snags.jsonl}.
     *
     * @param reason why blocking is fine here
     * @return closes the scope; without effect on a platform thread
     */
    public static AllowedBlocking allowBlocking(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("say why blocking is fine here; the report names the reason");
        }
        Thread self = Thread.currentThread();
        Object scope = self.isVirtual() ? AgentConnection.call("allow", reason) : null;
        if (scope == null) {
            return NOTHING_OPEN;
        }
        long id = self.threadId();
        return () -> AgentConnection.call("disallow", id, scope);
    }

    /** Runs a body in a scope of {@link #allowBlocking(String)}. */
    public static <X extends Throwable> void allowBlocking(String reason, Body<X> body) throws X {
        AllowedBlocking scope = allowBlocking(reason);
        try {
            body.run();
        } finally {
            scope.close();
        }
    }

    /** The calling virtual thread may block until {@link #monitorCurrent} or its end. Prefer a scope. */
    public static void ignoreCurrent() {
        if (Thread.currentThread().isVirtual()) {
            AgentConnection.call("ignoreCurrent");
        }
    }

    /** The calling virtual thread is watched again from now on, whatever scopes of it are open. */
    public static void monitorCurrent() {
        if (Thread.currentThread().isVirtual()) {
            AgentConnection.call("monitorCurrent");
        }
    }

    /**
     * Runs the body, and fails if the virtual thread never let go of its carrier in it, however quick it was.
     *
     * @throws AssertionError where it did not
     * @throws IllegalStateException where that cannot be told, before the body is run: there is no agent, or the calling
     *     thread is a platform thread
     * @throws X what the body throws; then nothing is judged
     */
    public static <X extends Throwable> void assertUnmounts(Body<X> body) throws X {
        UnmountAssertion.run(null, Objects.requireNonNull(body));
    }

    /**
     * Runs the body, and fails if the virtual thread kept its carrier for longer than the maximum in one stretch, wherever in
     * the body that is. How often it lets go does not matter, nor how long it takes in all.
     *
     * @throws AssertionError with what was measured, and where the thread was
     * @throws IllegalStateException where that cannot be told, before the body is run: there is no agent, or the calling
     *     thread is a platform thread
     * @throws X what the body throws; then nothing is judged
     */
    public static <X extends Throwable> void assertUnmounts(Duration maximum, Body<X> body) throws X {
        if (maximum.isZero() || maximum.isNegative()) {
            throw new IllegalArgumentException("the maximum must be above zero, and is " + maximum);
        }
        UnmountAssertion.run(maximum, Objects.requireNonNull(body));
    }

    /**
     * Has a function called every so often, on the thread for listeners ({@link SnagListener}), until it is removed or this
     * class's loader is gone. One that throws is told of once and goes on being called; {@link StopWatching} ends the watch.
     * Adding it again changes its period.
     *
     * @param period above zero; below 5 ms it is called every 5 ms
     */
    public static void addMonitoringFunction(Runnable function, Duration period) {
        Objects.requireNonNull(function, "function");
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("the period must be above zero, and is " + period);
        }
        MonitoringFunctions.put(function, period);
    }

    /** Ends what {@link #addMonitoringFunction} began; returns whether there was something to end. */
    public static boolean removeMonitoringFunction(Runnable function) {
        return MonitoringFunctions.remove(function);
    }

    /** The functions that were added, with their periods. */
    public static Map<Runnable, Duration> monitoringFunctions() {
        return MonitoringFunctions.all();
    }

    /** Adds a listener, which is kept until it is removed or this class's loader is gone. Adding it again does nothing. */
    public static void addListener(SnagListener listener) {
        Listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /** Removes a listener; returns whether it was there. */
    public static boolean removeListener(SnagListener listener) {
        return Listeners.remove(listener);
    }

    /**
     * All virtual threads as text: in the tree of the executors and scopes that they were started in, with state, what they
     * wait for, carrier and for how long they have been on it. Threads that wait in the same place are shown once.
     */
    public static String dump() {
        var text = (String) AgentConnection.call("dump");
        return text == null ? NOT_WATCHING : text;
    }

    /** Whether the agent has transformed this method of this class. */
    public static boolean isInstrumented(Class<?> type, String method) {
        return Boolean.TRUE.equals(AgentConnection.call("instrumented", type.getName(), method));
    }
}
