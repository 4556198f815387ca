package dev.snag.agent.cli;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the virtual threads of a JVM that runs, by attaching to it; whether Snag watches it or not. */
@Command(
        name = "dump",
        description = "Prints all virtual threads of a running JVM, with their carriers; attaches to it for that.",
        mixinStandardHelpOptions = true)
final class DumpCommand implements Callable<Integer> {

    private static final int FAILED = 2;
    private static final String ATTACH = "com.sun.tools.attach.VirtualMachine";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PID", description = "the process, as jps lists it")
    private String pid;

    @Override
    public Integer call() throws IOException {
        File file = File.createTempFile("snag-dump", ".txt");
        try {
            attach(file);
            print(file);
            return 0;
        } catch (ClassNotFoundException e) {
            return failed("this Java has no module jdk.attach; run the command with a JDK");
        } catch (InvocationTargetException e) {
            return failed("cannot attach to " + pid + ": " + e.getCause() + "; it must be a JVM of the same user, and"
                    + " not run with -XX:-EnableDynamicAgentLoading");
        } catch (ReflectiveOperationException e) {
            return failed("cannot attach to " + pid + ": " + e);
        } finally {
            file.delete();
        }
    }

    /** By reflection: the module is in the application loader's part of the JDK, which our own loader does not see. */
    private void attach(File file) throws ReflectiveOperationException {
        Class<?> type = Class.forName(ATTACH, true, ClassLoader.getSystemClassLoader());
        Object machine = type.getMethod("attach", String.class).invoke(null, pid);
        try {
            Method load = type.getMethod("loadAgent", String.class, String.class);
            load.invoke(machine, ownJar(), "dump=" + file);
        } finally {
            type.getMethod("detach").invoke(machine);
        }
    }

    private void print(File file) throws IOException {
        try (var in = new FileInputStream(file)) {
            spec.commandLine().getOut().print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
        }
    }

    private static String ownJar() {
        return new File(System.getProperty("java.class.path")).getAbsolutePath();
    }

    private int failed(String why) {
        spec.commandLine().getErr().println("snag: " + why);
        spec.commandLine().getErr().flush();
        return FAILED;
    }
}
