package dev.snag.samples.demo;

import dev.snag.samples.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker in a JVM of its own. What it and the agent write to stderr appears on the demo's own, as it happens. */
final class WorkerProcess implements AutoCloseable {
    private static final int GOOD_ORDER = 0;
    private static final int TERMINATED = 128 + 15;

    private final Process process;
    private final URI url;

    private WorkerProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it and waits until it can be asked.
     *
     * @param jvmOptions what stands before the main class
     * @param workerOptions what stands behind it
     */
    static WorkerProcess start(Path java, List<String> jvmOptions, List<String> workerOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Worker.class.getName()));
        command.addAll(workerOptions);
        command.add("--end-with-parent");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "worker-kill"));
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(Worker.LISTENING)) {
                return new WorkerProcess(process, URI.create(line.substring(Worker.LISTENING.length())));
            }
            System.out.println("   " + line);
        }
        throw new IOException(
                "the worker has ended before it listened; what it had to say stands above. The command was "
                        + String.join(" ", command));
    }

    URI url() {
        return url;
    }

    /** Tells it to end, as a container would, and kills it if it has not after ten seconds. */
    void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the worker had not ended 10 s after SIGTERM and was killed");
        }
        int status = process.exitValue();
        if (status != GOOD_ORDER && status != TERMINATED) {
            throw new IOException("the worker ended with status " + status + " instead of in good order");
        }
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
