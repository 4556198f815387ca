package dev.snag.drivers.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;

/**
 * Kafka, broker and controller in one JVM of its own. It tells clients where to find it, so who came from afar is sent to the
 * distant port again.
 */
public final class KafkaServer implements ServerProgram {
    private static final Duration START = Duration.ofSeconds(60);
    private static final long FORMAT_SECONDS = 60;

    private static final String CONFIGURATION = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=NEAR
            listeners=NEAR://127.0.0.1:%2$d,FAR://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%1$d
            advertised.listeners=NEAR://127.0.0.1:%2$d,FAR://127.0.0.1:%4$d
            listener.security.protocol.map=NEAR:PLAINTEXT,FAR:PLAINTEXT,CONTROLLER:PLAINTEXT
            log.dirs=%5$s
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            """;

    @Override
    public RunningServer start(Path folder) throws Exception {
        Path data = folder.resolve("data");
        if (Files.exists(data)) {
            Folders.delete(data);
        }
        int port = Ports.free();
        int behindFar = Ports.free();
        FarRelay far = FarRelay.to(behindFar);
        Path configuration = Files.writeString(
                folder.resolve("server.properties"),
                CONFIGURATION.formatted(Ports.free(), port, behindFar, far.port(), data));
        format(configuration, folder.resolve("format.txt"));
        Path log = folder.resolve("kafka.txt");
        Process process = java("kafka.Kafka", List.of(configuration.toString()), log);
        Ports.await(process, port, START, log);
        return new RunningServer("Kafka " + version(), port, Map.of("far", String.valueOf(far.port())), () -> {
            far.close();
            ForkedJava.stop(process);
            Folders.delete(data);
        });
    }

    private static String version() throws IOException {
        var properties = new Properties();
        try (InputStream in = Uuid.class.getResourceAsStream("/kafka/kafka-version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    private static void format(Path configuration, Path log) throws IOException, InterruptedException {
        Process process = java(
                "kafka.tools.StorageTool",
                List.of("format", "-t", Uuid.randomUuid().toString(), "-c", configuration.toString()),
                log);
        if (!process.waitFor(FORMAT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("Kafka could not make its folder; see " + log);
        }
    }

    private static Process java(String mainClass, List<String> arguments, Path log) throws IOException {
        return ForkedJava.start(
                Path.of(System.getProperty("java.home")), List.of("-Xmx512m"), mainClass, arguments, log);
    }
}
