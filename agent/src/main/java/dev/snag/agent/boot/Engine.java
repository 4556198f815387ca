package dev.snag.agent.boot;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Calls into the part of the jar that only our own loader sees; nothing but JDK types crosses. */
final class Engine {

    private static final String ENTRY = "dev.snag.agent.AgentEntry";
    private static final String COMMANDS = "dev.snag.agent.cli.Commands";

    private Engine() {}

    /** The engine's entry takes argument, instrumentation and whether {@code main} has begun. */
    @SuppressWarnings("unchecked")
    static void start(String argument, Instrumentation instrumentation, boolean late)
            throws ReflectiveOperationException, IOException, URISyntaxException {
        ((Consumer<Object[]>) entry(ENTRY)).accept(new Object[] {argument, instrumentation, late});
    }

    @SuppressWarnings("unchecked")
    static int run(String[] arguments) throws ReflectiveOperationException, IOException, URISyntaxException {
        return ((ToIntFunction<String[]>) entry(COMMANDS)).applyAsInt(arguments);
    }

    private static Object entry(String name) throws ReflectiveOperationException, IOException, URISyntaxException {
        return Class.forName(name, true, loader()).getConstructor().newInstance();
    }

    private static ClassLoader loader() throws IOException, URISyntaxException {
        var location = Engine.class.getProtectionDomain().getCodeSource().getLocation();
        return new EngineLoader(new File(location.toURI()));
    }
}
