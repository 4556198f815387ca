package dev.snag;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The way to the agent, if there is one in this JVM. Its classes and these do not see each other: all that crosses are types
 * of the JDK, through one field of a class that the agent has put into {@code java.lang}.
 */
final class AgentConnection {

    private static final String BRIDGE = "java.lang.SnagBridge";
    private static final int SERVICE = 4;
    private static final AtomicReference<Function<Object[], Object>> AGENT = new AtomicReference<>();

    static {
        // Takes no lock of this package: others may hold it, and wait for this initializer.
        connectTo(find());
    }

    private AgentConnection() {}

    /** Null where this JVM has no agent; looked for once, as an agent that comes later calls {@link #connect}. */
    static Function<Object[], Object> agent() {
        return AGENT.get();
    }

    /** The answer to a call; null where there is no agent, or it does not know this call. */
    static Object call(Object... call) {
        Function<Object[], Object> agent = agent();
        return agent == null ? null : agent.apply(call);
    }

    /** Called by name by an agent that was attached after this copy of the API had been used: what was said is said again. */
    static void connect() {
        if (connectTo(find())) {
            MonitoringFunctions.announceAll();
            Listeners.announce();
        }
    }

    private static boolean connectTo(Function<Object[], Object> found) {
        boolean isNew = found != null && AGENT.compareAndSet(null, found);
        if (isNew) {
            found.apply(new Object[] {"connect", FromAgent.INSTANCE});
        }
        return isNew;
    }

    @SuppressWarnings("unchecked")
    private static Function<Object[], Object> find() {
        try {
            Class<?> bridge = Class.forName(BRIDGE, false, null);
            var shared = (Object[]) bridge.getField("SHARED").get(null);
            return shared.length <= SERVICE
                    ? null
                    : ((AtomicReference<Function<Object[], Object>>) shared[SERVICE]).get();
        } catch (ReflectiveOperationException noAgent) {
            return null;
        }
    }
}
