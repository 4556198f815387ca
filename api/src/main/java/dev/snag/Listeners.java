package dev.snag;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The listeners of this copy of the API. Each is called on its own: what one throws keeps nothing from the next. */
final class Listeners {

    private static final List<SnagListener> ALL = new CopyOnWriteArrayList<>();
    private static final List<SnagListener> TOLD_OF_START = new ArrayList<>();
    private static boolean running;

    private Listeners() {}

    static void add(SnagListener listener) {
        if (ALL.contains(listener)) {
            return;
        }
        ALL.add(listener);
        announce();
        AgentConnection.call("connect", FromAgent.INSTANCE); // calls back on the thread for listeners: started()
    }

    static boolean remove(SnagListener listener) {
        boolean known = ALL.remove(listener);
        synchronized (TOLD_OF_START) {
            TOLD_OF_START.remove(listener);
        }
        announce();
        return known;
    }

    /** Tells the agent whether anybody listens: it does no work for nobody. */
    static void announce() {
        if (ALL.isEmpty()) {
            AgentConnection.call("unlisten", FromAgent.INSTANCE);
        } else {
            AgentConnection.call("listen", FromAgent.INSTANCE, ALL.stream().anyMatch(Listeners::asks));
        }
    }

    private static boolean asks(SnagListener listener) {
        try {
            return listener.getClass()
                            .getMethod("mayTakeStack", HeldThread.class)
                            .getDeclaringClass()
                    != SnagListener.class;
        } catch (NoSuchMethodException e) {
            return true; // the class is not accessible; to ask is never wrong
        }
    }

    /** The watch runs: finds the listeners of the class path, once, and greets each that was not greeted yet. */
    static synchronized void started() {
        if (!running) {
            running = true;
            findProvided();
            announce();
        }
        each("started", listener -> {
            if (isNew(listener)) {
                listener.started(Monitor.INSTANCE);
            }
        });
    }

    private static boolean isNew(SnagListener listener) {
        synchronized (TOLD_OF_START) {
            return !TOLD_OF_START.contains(listener) && TOLD_OF_START.add(listener);
        }
    }

    private static void findProvided() {
        Iterator<SnagListener> provided = ServiceLoader.load(SnagListener.class, Listeners.class.getClassLoader())
                .iterator();
        boolean more = true;
        while (more) {
            try {
                more = provided.hasNext();
                if (more) {
                    ALL.add(provided.next());
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                AgentConnection.call("failed", "listener", e);
            }
        }
    }

    static boolean mayTakeStack(HeldThread held) {
        var may = new boolean[] {true};
        each("mayTakeStack", listener -> may[0] &= listener.mayTakeStack(held));
        return may[0];
    }

    static void each(String what, Consumer<SnagListener> call) {
        for (SnagListener listener : ALL) {
            try {
                call.accept(listener);
            } catch (Throwable t) { // whatever it is, the next one is called
                AgentConnection.call("failed", "listener " + listener.getClass().getName() + "." + what, t);
            }
        }
    }

    private enum Monitor implements SnagMonitor {
        INSTANCE;

        @Override
        public void addMonitoringFunction(Runnable function, java.time.Duration period) {
            Snag.addMonitoringFunction(function, period);
        }

        @Override
        public boolean removeMonitoringFunction(Runnable function) {
            return Snag.removeMonitoringFunction(function);
        }

        @Override
        public String dump() {
            return Snag.dump();
        }
    }
}
