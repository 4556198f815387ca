package dev.snag.drivers.run;

import dev.snag.drivers.workload.Marker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of the lab's. All that it prints is kept in a file; its markers are handed on as they come. */
final class JvmProcess implements AutoCloseable {
    private static final Marker OVER = Marker.of("over");

    private final Process process;
    private final BlockingQueue<Marker> markers = new LinkedBlockingQueue<>();

    private JvmProcess(Process process) {
        this.process = process;
    }

    /** Starts it; what it prints goes to {@code output}. */
    static JvmProcess start(List<String> command, Path folder, Path output) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "kill-jvm"));
        var jvm = new JvmProcess(process);
        Thread.ofPlatform().name("output of " + process.pid()).daemon().start(() -> jvm.read(output));
        return jvm;
    }

    /** The next marker; empty where the JVM has ended, or says nothing for so long. */
    Optional<Marker> next(Duration patience) throws InterruptedException {
        Marker marker = markers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (marker == OVER) {
            markers.add(OVER);
            return Optional.empty();
        }
        return Optional.ofNullable(marker);
    }

    /** Whether it ends by itself within that time. */
    boolean ends(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitStatus() {
        return process.exitValue();
    }

    /** Lets it know that it is no longer needed, by the end of its standard input. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Kills it and what it has started, if they still run. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void read(Path output) {
        try (BufferedReader lines = process.inputReader();
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(output), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                Marker.parse(line).ifPresent(markers::add);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            markers.add(OVER);
        }
    }
}
