package dev.snag.agent;

import dev.snag.agent.hooks.BridgeClass;
import dev.snag.runtime.options.OptionError;
import dev.snag.runtime.options.Options;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.function.Consumer;

/** Called by the entry points, in the agent's own loader; takes argument, instrumentation and whether it is late. */
public final class AgentEntry implements Consumer<Object[]> {

    @Override
    public void accept(Object[] call) {
        try {
            start((String) call[0], (Instrumentation) call[1], (boolean) call[2]);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }

    /** Starts the watch, or hands the options to the one that runs. */
    private static void start(String argument, Instrumentation instrumentation, boolean late) throws Exception {
        if (late && argument != null && argument.startsWith(DumpRequest.PREFIX)) {
            DumpRequest.answer(argument, instrumentation);
            return;
        }
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
            JdkDoors.open(instrumentation);
            if (options.profile().gates()) {
                Gate.start(options, instrumentation, late);
            } else {
                RunningAgent.start(options, instrumentation, null, late);
            }
        }
    }

    static Options read(String argument) {
        var properties = new HashMap<String, String>();
        for (String name : System.getProperties().stringPropertyNames()) {
            properties.put(name, System.getProperty(name));
        }
        return Options.read(argument, properties, System.getenv(), new File(""));
    }
}
