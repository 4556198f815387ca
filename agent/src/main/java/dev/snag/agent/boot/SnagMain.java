package dev.snag.agent.boot;

/** {@code java -jar snag.jar}: the command line. */
public final class SnagMain {

    private static final int WRONG_USE = 2;

    private SnagMain() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) throws Exception {
        System.exit(Requirements.explainIfUnmet() ? WRONG_USE : Engine.run(arguments));
    }
}
