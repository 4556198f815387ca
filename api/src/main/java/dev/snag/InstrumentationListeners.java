package dev.snag;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The listeners of the class path, for the agent, which finds this class by its name. What one throws keeps nothing from the next. */
final class InstrumentationListeners implements Function<Object[], Object> {

    private final List<InstrumentationListener> listeners;
    private final BiConsumer<String, Throwable> failures;

    private InstrumentationListeners(List<InstrumentationListener> listeners, BiConsumer<String, Throwable> failures) {
        this.listeners = listeners;
        this.failures = failures;
    }

    /** Called by the agent, before {@code main}; null where there are none. */
    static Function<Object[], Object> find(BiConsumer<String, Throwable> failures) {
        var found = new ArrayList<InstrumentationListener>();
        Iterator<InstrumentationListener> provided = ServiceLoader.load(
                        InstrumentationListener.class, InstrumentationListeners.class.getClassLoader())
                .iterator();
        boolean more = true;
        while (more) {
            try {
                more = provided.hasNext();
                if (more) {
                    found.add(provided.next());
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                failures.accept("plugin", e);
            }
        }
        return found.isEmpty() ? null : new InstrumentationListeners(found, failures);
    }

    /** A call that is not known is of a later agent: it is answered with null. */
    @Override
    public Object apply(Object[] call) {
        var className = (String) call[1];
        switch ((String) call[0]) {
            case "mayInstrument" -> {
                var may = new boolean[] {true};
                each("mayInstrument", listener -> may[0] &= listener.mayInstrument(className));
                return may[0];
            }
            case "instrumented" -> each("instrumented", listener -> listener.instrumented(className));
            default -> {}
        }
        return null;
    }

    private void each(String what, Consumer<InstrumentationListener> call) {
        for (InstrumentationListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (Throwable t) { // whatever it is, the next one is called
                failures.accept("plugin " + listener.getClass().getName() + "." + what, t);
            }
        }
    }
}
