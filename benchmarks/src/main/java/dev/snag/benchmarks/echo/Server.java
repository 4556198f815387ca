package dev.snag.benchmarks.echo;

import dev.snag.benchmarks.fork.ChildJvm;
import dev.snag.benchmarks.fork.RunningJvm;
import dev.snag.benchmarks.fork.Variant;
import dev.snag.jdks.Jdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server that listens. */
record Server(String variant, RunningJvm jvm, int port) implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PORT = "port=";

    static Server start(ServerKind kind, Jdk jdk, Variant variant, Path folder) {
        RunningJvm jvm = ChildJvm.of(
                        jdk,
                        variant,
                        List.of("-Xms256m", "-Xmx256m", "-Dsun.net.httpserver.nodelay=true"),
                        EchoServer.class,
                        List.of(kind.name()),
                        folder)
                .start();
        return new Server(
                variant.label(), jvm, Integer.parseInt(jvm.line(0, LIMIT).substring(PORT.length())));
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        jvm.tell("");
        jvm.await(LIMIT);
    }
}
