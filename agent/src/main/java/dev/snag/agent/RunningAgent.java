package dev.snag.agent;

import dev.snag.agent.hooks.BridgeClass;
import dev.snag.agent.hooks.HookSelfTest;
import dev.snag.agent.hooks.Hooks;
import dev.snag.runtime.MonitorThread;
import dev.snag.runtime.Watch;
import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.ledger.AppLogSink;
import dev.snag.runtime.ledger.CodeSources;
import dev.snag.runtime.ledger.Ledger;
import dev.snag.runtime.ledger.Recorder;
import dev.snag.runtime.ledger.StreamSink;
import dev.snag.runtime.ledger.TextSink;
import dev.snag.runtime.ledger.WallClock;
import dev.snag.runtime.monitor.PinWitnesses;
import dev.snag.runtime.monitor.Scope;
import dev.snag.runtime.options.OptionError;
import dev.snag.runtime.options.Options;
import dev.snag.runtime.slots.CarrierSlots;
import dev.snag.runtime.witness.MonitorWitness;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The one agent of a JVM: puts its parts together, and takes the options of those that come after it. */
final class RunningAgent {

    private RunningAgent() {}

    static void start(Options options, Instrumentation instrumentation) throws Exception {
        JdkDoors.open(instrumentation);
        if (!Continuations.supported()) {
            System.err.println(
                    "[snag] this JVM has no continuations, so each virtual thread has a platform thread of its own"
                            + " and no carrier to hold: there is nothing to watch");
            return;
        }
        Class<?> bridge = BridgeClass.define();
        var hooks = new Hooks(instrumentation);
        var sensors = new LinkedHashMap<>(hooks.install());
        var slots = new CarrierSlots(bridge);
        PinWitnesses witnesses = witnesses(slots, sensors);
        var ledger = new Ledger();
        Supplier<Class<?>[]> loaded = instrumentation::getAllLoadedClasses;
        var recorder = new Recorder(
                ledger,
                new Recorder.Setup(
                        ProcessHandle.current().pid(),
                        System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
                        options.report(),
                        options.profile().prints(),
                        options.shown()),
                new WallClock(Clock.systemUTC(), System::nanoTime),
                new CodeSources(loaded, options.include(), ownJar()),
                sink(options, loaded, ledger));
        var monitor = new MonitorThread(
                slots,
                new HookSelfTest(),
                witnesses,
                options.thresholds(),
                new Scope(options.include(), options.exclude()),
                ledger,
                sensors,
                options.report() != null || sensors.values().stream().anyMatch(state -> !state.equals("on")));
        var watch = new Watch(monitor, ledger, recorder);
        bridge.getField("control").set(null, (Function<String, String>) argument -> change(watch, argument));
        watch.start();
        Runtime.getRuntime().addShutdownHook(new Thread(null, watch::stop, "snag-end", 0, false));
    }

    private static PinWitnesses witnesses(CarrierSlots slots, Map<String, String> sensors) {
        if (Runtime.version().feature() >= Evidence.MONITORS_UNMOUNT) {
            return PinWitnesses.NONE;
        }
        try {
            MonitorWitness witness = MonitorWitness.open();
            slots.witness(witness);
            sensors.put("pin-witness", "on");
            return witness;
        } catch (ReflectiveOperationException e) {
            sensors.put("pin-witness", "off: " + e + "; the monitor that pins is not named");
            return PinWitnesses.NONE;
        }
    }

    private static TextSink sink(Options options, Supplier<Class<?>[]> loaded, Ledger ledger) {
        return switch (options.log()) {
            case Options.LogTarget.Stderr stderr -> StreamSink.stderr();
            case Options.LogTarget.App app -> new AppLogSink(loaded, StreamSink.stderr());
            case Options.LogTarget.ToFile file -> {
                try {
                    yield StreamSink.file(file.path());
                } catch (IOException e) {
                    ledger.warn("log", "cannot write to " + file.path() + " (" + e + "); text goes to standard error");
                    yield StreamSink.stderr();
                }
            }
        };
    }

    /** The jar behind {@code java -jar}; null where the JVM was started otherwise. */
    private static String ownJar() {
        String command = System.getProperty("sun.java.command", "");
        String path = System.getProperty("java.class.path", "");
        return path.endsWith(".jar") && command.startsWith(path) ? path.substring(path.lastIndexOf('/') + 1) : null;
    }

    /** An agent that was loaded once more: it has a loader of its own, so its options cross as text. */
    static void change(Class<?> bridge, String argument) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked")
        var control = (Function<String, String>) bridge.getField("control").get(null);
        String refused = control == null ? null : control.apply(argument);
        if (refused != null) {
            System.err.println("snag: " + refused);
        }
    }

    private static String change(Watch watch, String argument) {
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
