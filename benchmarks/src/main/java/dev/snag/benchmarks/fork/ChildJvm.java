package dev.snag.benchmarks.fork;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM to be started.
 *
 * @param jvmArgs arguments beside those of the variant
 * @param mainClass the program's entry
 * @param folder where its output goes; one folder for one run
 */
public record ChildJvm(
        Jdk jdk,
        Variant variant,
        List<String> jvmArgs,
        String classPath,
        String mainClass,
        List<String> args,
        Path folder) {

    /** A program of this jar. */
    public static ChildJvm of(
            Jdk jdk, Variant variant, List<String> jvmArgs, Class<?> main, List<String> args, Path folder) {
        return new ChildJvm(jdk, variant, jvmArgs, System.getProperty("java.class.path"), main.getName(), args, folder);
    }

    public List<String> commandLine() {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(variant.jvmArgs(folder));
        command.addAll(jvmArgs);
        command.add("-cp");
        command.add(classPath);
        command.add(mainClass);
        command.addAll(args);
        return command;
    }

    /** Starts it with a pipe to its standard input; its output goes to files. */
    public RunningJvm start() {
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(commandLine());
            // What the caller's shell sets must not reach some of the variants only.
            builder.environment().keySet().removeIf(ChildJvm::setsJvmOptions);
            builder.redirectOutput(stdout().toFile()).redirectError(stderr().toFile());
            long startedNanos = System.nanoTime();
            return new RunningJvm(this, builder.start(), startedNanos);
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot start " + String.join(" ", commandLine()), e);
        }
    }

    /** Starts it, waits for its end and returns the run; fails where it ends with a status other than 0. */
    public FinishedJvm run(Duration limit) {
        return start().await(limit);
    }

    Path stdout() {
        return folder.resolve("stdout");
    }

    Path stderr() {
        return folder.resolve("stderr");
    }

    private static boolean setsJvmOptions(String name) {
        return name.startsWith("SNAG_") || name.equals("JAVA_TOOL_OPTIONS") || name.equals("JDK_JAVA_OPTIONS");
    }
}
