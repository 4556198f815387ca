package dev.snag.agent;

import dev.snag.agent.code.MonitorOperands;
import dev.snag.agent.hooks.BridgeClass;
import dev.snag.agent.hooks.ConnectionHooks;
import dev.snag.agent.hooks.HookSelfTest;
import dev.snag.agent.hooks.HookTarget;
import dev.snag.agent.hooks.Hooks;
import dev.snag.runtime.Plan;
import dev.snag.runtime.Watch;
import dev.snag.runtime.connections.ConnectionWatch;
import dev.snag.runtime.creation.CreationSites;
import dev.snag.runtime.gate.ExitStatus;
import dev.snag.runtime.options.OptionError;
import dev.snag.runtime.options.Options;
import dev.snag.runtime.slots.CarrierSlots;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The one agent of a JVM: puts its parts together, and takes the options of those that come after it. */
final class RunningAgent {

    private RunningAgent() {}

    /**
     * Starts the watch.
     *
     * @param exit null where the exit status is not a gate's
     * @param late whether the application runs already
     */
    static void start(Options options, Instrumentation instrumentation, ExitStatus exit, boolean late)
            throws Exception {
        if (!Continuations.supported()) {
            System.err.println(
                    "[snag] this JVM has no continuations, so each virtual thread has a platform thread of its own"
                            + " and no carrier to hold: there is nothing to watch");
            if (exit != null) {
                Gate.remind(exit);
            }
            return;
        }
        Class<?> bridge = BridgeClass.define();
        var slots = new CarrierSlots(bridge);
        CreationSites creations = creations(options);
        var hooks = new Hooks(instrumentation, creations == null ? HookTarget.ALL : HookTarget.WITH_CREATION);
        var states = hooks.install();
        ConnectionWatch connections = connections(options, instrumentation, states);
        var loaded = new LoadedClasses(instrumentation);
        Strict strict =
                options.strict().any() ? Strict.install(options.strict(), instrumentation, hooks, states) : null;
        var plan = new Plan(
                options,
                loaded,
                new MonitorOperands(loaded),
                creations,
                connections,
                states,
                exit,
                strict == null ? hooks : strict,
                strict == null ? null : strict.plan(),
                hooks);
        var watch = new Watch(slots, new HookSelfTest(), plan);
        if (strict != null) {
            strict.tell(watch.ledger());
        }
        slots.setControl(new Control(watch));
        watch.start();
        if (late) {
            watch.meetThoseBefore();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(null, new Stop(watch, exit), "snag-end", 0, false));
    }

    /** Null unless they are asked for: then there is no such class in the JVM either. */
    private static CreationSites creations(Options options) throws Exception {
        return options.creationSites() == 0
                ? null
                : new CreationSites(BridgeClass.defineCreations(), options.creationSites());
    }

    /** Null unless there is a limit: then there is neither class nor hook. */
    private static ConnectionWatch connections(
            Options options, Instrumentation instrumentation, Map<String, String> states) throws Exception {
        if (options.maxConnections() == 0) {
            return null;
        }
        Class<?> bridge = BridgeClass.defineConnections();
        // Its initializer uses the hooks once; within one it would be too late.
        bridge.getField("SHARED").get(null);
        String state = new ConnectionHooks(instrumentation).install();
        states.put(ConnectionHooks.SENSOR, state);
        return state.equals("on") ? new ConnectionWatch(bridge, options.maxConnections()) : null;
    }

    /** An agent that was loaded once more: it has a loader of its own, so its options cross as text. */
    static void change(Class<?> bridge, String argument) throws ReflectiveOperationException {
        Function<String, String> control = new CarrierSlots(bridge).control();
        String refused = control == null ? null : control.apply(argument);
        if (refused != null) {
            System.err.println("snag: " + refused);
        }
    }

    // No lambdas: linking the first of them would be a good part of the time that an agent may take at start.

    private record LoadedClasses(Instrumentation instrumentation) implements Supplier<Class<?>[]> {
        @Override
        public Class<?>[] get() {
            return instrumentation.getAllLoadedClasses();
        }
    }

    private record Stop(Watch watch, ExitStatus exit) implements Runnable {
        @Override
        public void run() {
            watch.stop();
            if (exit != null) {
                Gate.remind(exit);
            }
        }
    }

    private record Control(Watch watch) implements Function<String, String> {
        @Override
        public String apply(String argument) {
            if (argument == null || argument.isBlank()) {
                return null;
            }
            try {
                watch.setThresholds(AgentEntry.read(argument).thresholds());
                return null;
            } catch (OptionError e) {
                return e.getMessage();
            }
        }
    }
}
