package dev.snag.agent.strict;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Asks the plugins that want to be asked before a class is transformed, and tells them afterwards. What they do while they are
 * asked may load classes: of these they are not asked. One that throws forbids nothing.
 */
final class Instrumented {

    private final Function<Object[], Object> plugins;
    private final BiConsumer<String, Throwable> failures;
    private final Set<Long> asking = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> answers = new ConcurrentHashMap<>();

    /**
     * Of these plugins.
     *
     * @param plugins answers {@code mayInstrument} and {@code instrumented} with a class's binary name; null where there are none
     * @param failures told of what a plugin throws
     */
    Instrumented(Function<Object[], Object> plugins, BiConsumer<String, Throwable> failures) {
        this.plugins = plugins;
        this.failures = failures;
    }

    boolean may(String className) {
        if (plugins == null) {
            return true;
        }
        boolean may = !Boolean.FALSE.equals(call("mayInstrument", className));
        answers.put(className, may);
        return may;
    }

    void did(String className) {
        if (plugins != null) {
            call("instrumented", className);
        }
    }

    /** Whether a plugin did not want this class to be transformed. */
    boolean refused(String className) {
        return Boolean.FALSE.equals(answers.get(className));
    }

    private Object call(String what, String className) {
        Long self = Thread.currentThread().threadId();
        if (!asking.add(self)) {
            return null;
        }
        try {
            return plugins.apply(new Object[] {what, className});
        } catch (Throwable t) { // it is the application's, and may throw anything
            failures.accept("plugin", t);
            return null;
        } finally {
            asking.remove(self);
        }
    }
}
