package dev.snag.drivers.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;

/** PostgreSQL in processes of its own, unpacked from a jar. */
public final class PostgresServer implements ServerProgram {

    @Override
    public RunningServer start(Path folder) throws Exception {
        // The library's own name for it; the builder's setter would still make a folder among the temporary ones.
        System.setProperty("ot.epg.working-dir", folder.toString());
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(30))
                .start();
        return new RunningServer("PostgreSQL " + version(server), server.getPort(), Map.of(), server);
    }

    private static String version(EmbeddedPostgres server) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            // Such as "18.6 (Debian 18.6-1)".
            return connection.getMetaData().getDatabaseProductVersion().split(" ")[0];
        }
    }
}
