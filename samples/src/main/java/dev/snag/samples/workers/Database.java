package dev.snag.samples.workers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A real PostgreSQL, with as many connections as it allows by default, and a connection of our own to look at it. */
final class Database implements AutoCloseable {

    /** PostgreSQL's own default. */
    static final int MOST_CONNECTIONS = 100;

    private static final String OPEN_AND_ACTIVE = "SELECT count(*), count(*) FILTER (WHERE state = 'active')"
            + " FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final EmbeddedPostgres server;
    private final Connection own;

    private Database(EmbeddedPostgres server, Connection own) {
        this.server = server;
        this.own = own;
    }

    /**
     * Starts it.
     *
     * @param folder where its programs are unpacked, once, and its data are kept while it runs
     */
    static Database start(Path folder) throws IOException, SQLException {
        System.setProperty("ot.epg.working-dir", folder.toString());
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPGStartupWait(LONGEST)
                .setServerConfig("max_connections", String.valueOf(MOST_CONNECTIONS))
                .start();
        Connection own = server.getPostgresDatabase().getConnection();
        try (Statement statement = own.createStatement()) {
            statement.execute("CREATE TABLE work (id BIGSERIAL PRIMARY KEY, at TIMESTAMPTZ NOT NULL DEFAULT now())");
        }
        return new Database(server, own);
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    String version() throws SQLException {
        return own.getMetaData().getDatabaseProductVersion();
    }

    /**
     * How many connections are open besides our own.
     *
     * @param active how many of them have a query that runs
     */
    record Sight(int open, int active) {}

    synchronized Sight look() throws SQLException {
        try (Statement statement = own.createStatement();
                ResultSet row = statement.executeQuery(OPEN_AND_ACTIVE)) {
            row.next();
            return new Sight(row.getInt(1), row.getInt(2));
        }
    }

    /** Waits until those of an earlier type are gone. */
    void awaitNobody() throws SQLException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (look().open() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        own.close();
        server.close();
    }
}
