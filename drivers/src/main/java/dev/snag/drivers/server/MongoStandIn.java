package dev.snag.drivers.server;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.Map;

/** What speaks MongoDB's protocol in its place, in this JVM and in memory: the server itself is in no repository of packages. */
public final class MongoStandIn implements ServerProgram {

    @Override
    public RunningServer start(Path folder) {
        var server = new MongoServer(new MemoryBackend());
        int port = server.bind().getPort();
        return new RunningServer("mongo-java-server", port, Map.of(), server::shutdownNow);
    }
}
