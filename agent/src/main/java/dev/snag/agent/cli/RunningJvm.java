package dev.snag.agent.cli;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * A JVM that runs, into which the agent is loaded. By reflection: the module is in the application loader's part of the
 * JDK, which our own loader does not see.
 */
final class RunningJvm {

    private static final String ATTACH = "com.sun.tools.attach.VirtualMachine";

    private RunningJvm() {}

    /**
     * Loads the agent, and returns when it has taken its argument.
     *
     * @throws AttachFailure where that was not possible
     */
    static void load(String pid, String argument) throws AttachFailure {
        try {
            Class<?> type = Class.forName(ATTACH, true, ClassLoader.getSystemClassLoader());
            Object machine = type.getMethod("attach", String.class).invoke(null, pid);
            try {
                Method load = type.getMethod("loadAgent", String.class, String.class);
                load.invoke(machine, ownJar(), argument);
            } finally {
                type.getMethod("detach").invoke(machine);
            }
        } catch (ClassNotFoundException e) {
            throw new AttachFailure("this Java has no module jdk.attach; run the command with a JDK", e);
        } catch (InvocationTargetException e) {
            throw new AttachFailure(
                    "cannot attach to " + pid + ": " + e.getCause() + "; it must be a JVM of the same user, and"
                            + " not run with -XX:-EnableDynamicAgentLoading",
                    e);
        } catch (ReflectiveOperationException e) {
            throw new AttachFailure("cannot attach to " + pid + ": " + e, e);
        }
    }

    private static String ownJar() {
        return new File(System.getProperty("java.class.path")).getAbsolutePath();
    }
}
