package dev.snag.drivers.server;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import dev.snag.jdks.Jdk;
import dev.snag.jdks.Jdks;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cassandra, a single node in a JVM of its own, on JDK 17 as it wants. It has the table {@code lab.lab (id, n)}. */
public final class CassandraServer implements ServerProgram {
    private static final int JDK = 17;
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration FIRST_REQUESTS = Duration.ofSeconds(30);

    private static final String CONFIGURATION = """
            cluster_name: lab
            num_tokens: 1
            partitioner: org.apache.cassandra.dht.Murmur3Partitioner
            endpoint_snitch: SimpleSnitch
            seed_provider:
              - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                parameters:
                  - seeds: "127.0.0.1:%1$d"
            listen_address: 127.0.0.1
            storage_port: %1$d
            rpc_address: 127.0.0.1
            native_transport_port: %2$d
            commitlog_sync: periodic
            commitlog_sync_period: 10000ms
            data_file_directories:
              - %3$s/data
            commitlog_directory: %3$s/commitlog
            hints_directory: %3$s/hints
            saved_caches_directory: %3$s/saved_caches
            cdc_raw_directory: %3$s/cdc_raw
            """;

    private static final String LOGGING = """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %-5level %logger{20} %msg%n</pattern></encoder>
              </appender>
              <root level="WARN"><appender-ref ref="out"/></root>
            </configuration>
            """;

    /** As its own script has them for JDK 17. */
    private static final List<String> EXPORTED = List.of(
            "java.base/jdk.internal.misc",
            "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch",
            "java.base/java.lang.ref",
            "java.management.rmi/com.sun.jmx.remote.internal.rmi",
            "java.rmi/sun.rmi.registry",
            "java.rmi/sun.rmi.server",
            "java.rmi/sun.rmi.transport.tcp",
            "java.sql/java.sql",
            "jdk.unsupported/sun.misc");

    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.module",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.util",
            "java.base/java.nio",
            "java.base/java.net",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.loader",
            "java.base/jdk.internal.ref",
            "java.base/jdk.internal.reflect",
            "java.base/jdk.internal.math",
            "java.base/jdk.internal.module",
            "java.base/jdk.internal.util.jar",
            "java.base/sun.nio.ch",
            "jdk.management/com.sun.management.internal",
            "java.rmi/sun.rmi.transport.tcp");

    @Override
    public RunningServer start(Path folder) throws Exception {
        Jdk jdk = Jdks.installed()
                .of(JDK)
                .orElseThrow(() -> new ServerAbsent("it needs JDK " + JDK + ", which is not there"));
        Path storage = folder.resolve("node");
        if (Files.exists(storage)) {
            Folders.delete(storage);
        }
        int port = Ports.free();
        Path configuration = Files.writeString(
                folder.resolve("cassandra.yaml"), CONFIGURATION.formatted(Ports.free(), port, storage));
        Path logging = Files.writeString(folder.resolve("logback.xml"), LOGGING);
        Path log = folder.resolve("cassandra.txt");
        Process process = ForkedJava.start(
                jdk.home(),
                options(configuration, logging, storage),
                "org.apache.cassandra.service.CassandraDaemon",
                List.of(),
                log);
        Ports.await(process, port, START, log);
        return new RunningServer("Cassandra " + setUp(port), port, Map.of(), () -> {
            ForkedJava.stop(process);
            Folders.delete(storage);
        });
    }

    private static List<String> options(Path configuration, Path logging, Path storage) throws Exception {
        var options = new ArrayList<>(List.of(
                "-Xms512m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djdk.attach.allowAttachSelf=true",
                "-Dcassandra.config=" + configuration.toUri(),
                "-Dlogback.configurationFile=" + logging,
                "-Dcassandra.storagedir=" + storage,
                "-Dcassandra-foreground=yes",
                "-Dcassandra.ring_delay_ms=1",
                "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                "-Dcassandra.superuser_setup_delay_ms=0",
                "-Dcassandra.jmx.local.port=" + Ports.free()));
        Stream.concat(
                        EXPORTED.stream().map(each -> "--add-exports=" + each),
                        OPENED.stream().map(each -> "--add-opens=" + each))
                .forEach(each -> options.add(each + "=ALL-UNNAMED"));
        return options;
    }

    /** Makes the table, and gives the version, such as {@code 5.0.9}. */
    private static String setUp(int port) {
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress("127.0.0.1", port))
                .withLocalDatacenter("datacenter1")
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, FIRST_REQUESTS)
                        .build())
                .build()) {
            session.execute(
                    "CREATE KEYSPACE lab WITH replication =" + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
            session.execute("CREATE TABLE lab.lab (id int PRIMARY KEY, n int)");
            return session.execute("SELECT release_version FROM system.local")
                    .one()
                    .getString(0);
        }
    }
}
