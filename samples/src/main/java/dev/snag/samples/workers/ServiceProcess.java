package dev.snag.samples.workers;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service in a JVM of its own. What it and the agent write to stderr is in a file beside the agent's report. */
final class ServiceProcess implements AutoCloseable {

    private static final long LONGEST_END_SECONDS = 10;

    private final Process process;
    private String jdk = "";
    private URI url;

    private ServiceProcess(Process process) {
        this.process = process;
    }

    /** Starts it; it can be asked after {@link #await}. */
    static ServiceProcess start(List<String> command, Path folder) throws IOException {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "service-kill"));
        return new ServiceProcess(process);
    }

    /** Waits until it listens. */
    void await() throws IOException {
        var said = new ArrayList<String>();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith(SlowService.JDK)) {
                jdk = line.substring(SlowService.JDK.length());
            } else if (line.startsWith(SlowService.LISTENING)) {
                url = URI.create("http://127.0.0.1:" + line.substring(SlowService.LISTENING.length()));
                return;
            }
        }
        throw new IOException("a service has ended before it listened; it said " + said
                + ", and more in stderr.txt beside its report");
    }

    URI url() {
        return url;
    }

    String jdk() {
        return jdk;
    }

    /** Processor time that it has used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory in bytes; 0 where the system does not tell. */
    long resident() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 0;
    }

    /** Tells it to end, as a container would, and kills it where it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
