package dev.snag.benchmarks.echo;

import dev.snag.benchmarks.fork.ChildJvm;
import dev.snag.benchmarks.fork.RunningJvm;
import dev.snag.benchmarks.fork.Variant;
import dev.snag.jdks.Jdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The process that loads the servers, one after the other; the same one for all of them. */
final class LoadGenerator implements AutoCloseable {
    private final RunningJvm child;
    private final int connections;
    private int orders;

    LoadGenerator(Jdk jdk, int connections, Path folder) {
        this.connections = connections;
        this.child = ChildJvm.of(jdk, new Variant.None(), List.of("-Xmx256m"), EchoLoad.class, List.of(), folder)
                .start();
    }

    /** What one server did in one slice of time. */
    record Slice(long requests, double seconds, double serverCpuSeconds) {
        double requestsPerSecond() {
            return requests / seconds;
        }

        double cpuMicrosPerRequest() {
            return serverCpuSeconds * 1e6 / requests;
        }
    }

    /** Loads {@code server} for {@code time}. */
    Slice load(Server server, Duration time) {
        long cpuBefore = server.jvm().cpuNanos();
        child.tell(server.port() + " " + connections + " " + time.toMillis());
        String[] answer =
                child.line(orders++, time.plus(Duration.ofSeconds(30))).split(" ");
        long cpu = server.jvm().cpuNanos() - cpuBefore;
        return new Slice(Long.parseLong(answer[0]), Long.parseLong(answer[1]) / 1e9, cpu / 1e9);
    }

    @Override
    public void close() {
        child.close();
    }
}
