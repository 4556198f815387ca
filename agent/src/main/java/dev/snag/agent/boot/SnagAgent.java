package dev.snag.agent.boot;

import java.lang.instrument.Instrumentation;

/** Where the JVM enters: {@code -javaagent:snag.jar} and late attach. */
public final class SnagAgent {

    private SnagAgent() {}

    /** Before {@code main}. */
    public static void premain(String argument, Instrumentation instrumentation) {
        enter(argument, instrumentation, false);
    }

    /** Into a JVM that runs already. */
    public static void agentmain(String argument, Instrumentation instrumentation) {
        enter(argument, instrumentation, true);
    }

    private static void enter(String argument, Instrumentation instrumentation, boolean late) {
        if (JdkTool.isRunning()) {
            return;
        }
        if (Requirements.explainIfUnmet()) {
            return;
        }
        try {
            Engine.start(argument, instrumentation, late);
        } catch (Throwable t) {
            // The application must start whatever is wrong with us.
            System.err.println("snag: could not start, nothing is watched: " + t
                    + ". Please report it, with the output of" + " java -version");
        }
    }
}
