package dev.snag.drivers.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;

/** OpenSearch, a single node in this JVM. */
public final class OpenSearchServer implements ServerProgram {

    @Override
    public RunningServer start(Path folder) throws Exception {
        Path home = folder.resolve("node");
        if (Files.exists(home)) {
            Folders.delete(home);
        }
        int port = Ports.free();
        Settings settings = Settings.builder()
                .put("path.home", home.toString())
                .put("cluster.name", "lab")
                .put("node.name", "lab")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", Ports.free())
                .put("transport.type", "netty4")
                .put("http.type", "netty4")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        Environment environment = InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "lab");
        Node node = new WithNetwork(environment).start();
        return new RunningServer("OpenSearch " + Version.CURRENT, port, Map.of(), node);
    }

    /** A node listens only with this plug-in, which a distribution has in a folder, and we on the class path. */
    private static final class WithNetwork extends Node {
        WithNetwork(Environment environment) {
            super(environment, List.of(netty()), false);
        }

        private static PluginInfo netty() {
            return new PluginInfo(
                    "transport-netty4",
                    "",
                    Version.CURRENT.toString(),
                    Version.CURRENT,
                    "21",
                    "org.opensearch.transport.Netty4ModulePlugin",
                    null,
                    List.of(),
                    false);
        }
    }
}
