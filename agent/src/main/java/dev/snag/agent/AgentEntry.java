package dev.snag.agent;

import dev.snag.agent.hooks.BridgeClass;
import dev.snag.runtime.options.OptionError;
import dev.snag.runtime.options.Options;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Called by the entry points, in the agent's own loader. */
public final class AgentEntry {

    private AgentEntry() {}

    /**
     * Starts the watch, or hands the options to the one that runs.
     *
     * @param argument options as {@code key=value,key=value}; null for none
     * @param late whether {@code main} has begun
     */
    public static void start(String argument, Instrumentation instrumentation, boolean late) throws Exception {
        Options options;
        try {
            options = read(argument);
        } catch (OptionError e) {
            Refusal.refuse(e.getMessage(), instrumentation, late);
            return;
        }
        Class<?> bridge = BridgeClass.existing();
        if (bridge != null) {
            RunningAgent.change(bridge, argument);
        } else if (options.enabled()) {
            RunningAgent.start(options, instrumentation);
        }
    }

    static Options read(String argument) {
        var properties = new HashMap<String, String>();
        for (String name : System.getProperties().stringPropertyNames()) {
            properties.put(name, System.getProperty(name));
        }
        return Options.read(argument, Map.copyOf(properties), System.getenv(), Path.of(""));
    }
}
