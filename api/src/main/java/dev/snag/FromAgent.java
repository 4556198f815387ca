package dev.snag;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the agent calls, on its thread for the application's code: a name, then arguments of the JDK's types. */
final class FromAgent implements Function<Object[], Object> {

    static final FromAgent INSTANCE = new FromAgent();

    private FromAgent() {}

    /** A call that is not known is of a later agent: it is answered with null. */
    @Override
    @SuppressWarnings("unchecked")
    public Object apply(Object[] call) {
        switch ((String) call[0]) {
            case "started" -> Listeners.started();
            case "mayTakeStack" -> {
                return Listeners.mayTakeStack(new HeldThread(
                        (String) call[1], (Long) call[2], (String) call[3], (Long) call[4], Duration.ofNanos((Long)
                                call[5])));
            }
            case "occurred" -> {
                var occurrence = new SnagOccurrence((Map<String, Object>) call[1], (List<String>) call[2]);
                Listeners.each("occurred", listener -> listener.occurred(occurrence));
            }
            case "memory" -> {
                var fields = (Map<String, Object>) call[1];
                var level = new MemoryLevel(
                        (String) fields.get("what"), (Long) fields.get("used"), (Long) fields.get("limit"), (Boolean)
                                fields.get("over"));
                Listeners.each("memoryChanged", listener -> listener.memoryChanged(level));
            }
            default -> {}
        }
        return null;
    }
}
