package dev.snag.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process to be: its command line, its environment, and where its artifacts are kept. */
final class Forked {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;
    private int stdinDelayMillis = -1;

    private Forked(Path folder) {
        this.folder = folder;
    }

    /** A command that will run in that folder, which is made empty. */
    static Forked in(Path folder) throws IOException {
        Folders.makeEmpty(folder);
        return new Forked(folder);
    }

    Forked arguments(Object... more) {
        return arguments(List.of(more));
    }

    Forked arguments(List<?> more) {
        more.forEach(each -> command.add(each.toString()));
        return this;
    }

    Forked environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Gives it a line so long after its first output; by default its standard input is empty. */
    Forked lineAfterFirstOutput(int millis) {
        stdinDelayMillis = millis;
        return this;
    }

    /** Starts it with both outputs in files, for tests that look at it while it runs. */
    Process start() throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("SNAG_")
                        || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                                .contains(name));
        builder.environment().putAll(environment);
        builder.redirectError(folder.resolve("stderr").toFile());
        return builder.start();
    }

    /** Runs it to its end; a process that does not end in time is killed, and said so. */
    Outcome run() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("command"), String.join(" ", command) + "\n");
        long begin = System.nanoTime();
        Process process = start();
        var firstOutput = new CountDownLatch(1);
        var stdout = new Thread(() -> copy(process.getInputStream(), folder.resolve("stdout"), firstOutput));
        stdout.start();
        if (stdinDelayMillis >= 0) {
            firstOutput.await();
            TimeUnit.MILLISECONDS.sleep(stdinDelayMillis);
            process.getOutputStream().write("line\n".getBytes(StandardCharsets.US_ASCII));
        }
        process.getOutputStream().close();
        boolean ended = process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        stdout.join();
        return new Outcome(
                command,
                folder,
                Files.readAllBytes(folder.resolve("stdout")),
                Files.readAllBytes(folder.resolve("stderr")),
                process.exitValue(),
                !ended,
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void copy(InputStream from, Path to, CountDownLatch firstOutput) {
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[8192];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                firstOutput.countDown();
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            firstOutput.countDown();
        }
    }
}
