package dev.snag;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** The functions of this copy of the API. They are kept here; the agent refers to them weakly. */
final class MonitoringFunctions {

    private static final Map<Runnable, Scheduled> ALL = new LinkedHashMap<>();

    private MonitoringFunctions() {}

    /** What the agent calls: null, or why the watch is to end. */
    private static final class Scheduled implements Callable<String> {
        private final Runnable function;
        private Duration period;

        Scheduled(Runnable function) {
            this.function = function;
        }

        @Override
        public String call() {
            try {
                function.run();
                return null;
            } catch (StopWatching stop) {
                return String.valueOf(stop.getMessage());
            }
        }

        void announce() {
            AgentConnection.call("addFunction", this, period.toNanos());
        }

        @Override
        public String toString() {
            return function.getClass().getName();
        }
    }

    static synchronized void put(Runnable function, Duration period) {
        Scheduled scheduled = ALL.computeIfAbsent(function, Scheduled::new);
        scheduled.period = period;
        scheduled.announce();
    }

    static synchronized boolean remove(Runnable function) {
        Scheduled scheduled = ALL.remove(function);
        if (scheduled != null) {
            AgentConnection.call("removeFunction", scheduled);
        }
        return scheduled != null;
    }

    static synchronized Map<Runnable, Duration> all() {
        var periods = new LinkedHashMap<Runnable, Duration>();
        ALL.forEach((function, scheduled) -> periods.put(function, scheduled.period));
        return periods;
    }

    static synchronized void announceAll() {
        ALL.values().forEach(Scheduled::announce);
    }
}
