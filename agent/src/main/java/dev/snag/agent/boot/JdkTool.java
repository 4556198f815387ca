package dev.snag.agent.boot;

/**
 * Whether this JVM runs one of the JDK's own tools, into which {@code JAVA_TOOL_OPTIONS} puts the agent as well: there it
 * steps aside without a word. {@code java Source.java} runs a user's program, although the compiler's launcher starts it.
 */
final class JdkTool {

    private JdkTool() {}

    static boolean isRunning() {
        return isTool(System.getProperty("jdk.module.main"), System.getProperty("sun.java.command"));
    }

    static boolean isTool(String mainModule, String command) {
        if (mainModule == null || command == null || command.contains("com.sun.tools.javac.launcher.")) {
            return false;
        }
        return mainModule.startsWith("jdk.") || mainModule.startsWith("java.");
    }
}
