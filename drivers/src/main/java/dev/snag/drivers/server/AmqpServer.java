package dev.snag.drivers.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.configuration.CommonProperties;

/**
 * Apache Qpid's broker, in this JVM and in memory alone. Fact {@code overloaded}: a port where it does not keep up with what is
 * sent to it.
 */
public final class AmqpServer implements ServerProgram {
    private static final String CONFIGURATION = """
            {"name": "lab", "modelVersion": "9.1",
             "authenticationproviders": [{"name": "plain", "type": "Plain", "secureOnlyMechanisms": [],
               "users": [{"name": "guest", "type": "managed", "password": "guest"}]}],
             "ports": [{"name": "AMQP", "port": "%d", "bindingAddress": "127.0.0.1", "authenticationProvider": "plain",
               "virtualhostaliases": [{"name": "defaultAlias", "type": "defaultAlias"}]}],
             "virtualhostnodes": [{"name": "default", "type": "Memory", "defaultVirtualHostNode": "true",
               "virtualHostInitialConfiguration": "{\\"type\\": \\"Memory\\"}"}]}
            """;

    @Override
    public RunningServer start(Path folder) throws Exception {
        int port = Ports.free();
        Path configuration = Files.writeString(folder.resolve("broker.json"), CONFIGURATION.formatted(port));
        var broker = new SystemLauncher();
        broker.startup(Map.of(
                "type",
                "Memory",
                "initialConfigurationLocation",
                configuration.toUri().toString(),
                "startupLoggedToSystemOut",
                "false",
                "context",
                Map.of("qpid.work_dir", folder.toString())));
        FarRelay overloaded = FarRelay.overloaded(port);
        return new RunningServer(
                "Qpid " + CommonProperties.getReleaseVersion(),
                port,
                Map.of("overloaded", String.valueOf(overloaded.port())),
                () -> {
                    overloaded.close();
                    broker.shutdown();
                });
    }
}
