package dev.snag.agent.boot;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;

/** Calls into the part of the jar that only our own loader sees; nothing but JDK types crosses. */
final class Engine {

    private static final String ENTRY = "dev.snag.agent.AgentEntry";
    private static final String COMMANDS = "dev.snag.agent.cli.Commands";

    private Engine() {}

    static void call(String method, String argument, Instrumentation instrumentation, boolean late) throws Throwable {
        Class<?> entry = Class.forName(ENTRY, true, loader());
        try {
            entry.getMethod(method, String.class, Instrumentation.class, boolean.class)
                    .invoke(null, argument, instrumentation, late);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static int run(String[] arguments) throws Throwable {
        Class<?> commands = Class.forName(COMMANDS, true, loader());
        try {
            return (int) commands.getMethod("run", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static ClassLoader loader() throws IOException, URISyntaxException {
        var location = Engine.class.getProtectionDomain().getCodeSource().getLocation();
        return new EngineLoader(new File(location.toURI()));
    }
}
