package dev.snag.samples.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A real PostgreSQL server in processes of its own, unpacked from a jar, gone without a trace at the end. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param folder where its programs are unpacked, once, and its data are kept while it runs
     */
    static Postgres start(Path folder) throws IOException {
        // The library's own name for it; the builder's setter would still make a folder among the temporary ones.
        System.setProperty("ot.epg.working-dir", folder.toString());
        return new Postgres(EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(20))
                .start());
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    String version() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
