package dev.snag.drivers.jdbc;

import dev.snag.drivers.workload.Trial;
import dev.snag.drivers.workload.Workload;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A JDBC driver, by the parameters of its row.
 *
 * <ul>
 *   <li>{@code driver}, {@code url}, {@code user}, {@code password}: the first two are needed
 *   <li>{@code setup}: statements, separated by semicolons, that a connection on a platform thread makes first
 *   <li>{@code slow}: a query that the server takes some 300 ms for
 *   <li>{@code far-url}: the same server at a distance; without it there is no phase {@code connect}
 *   <li>{@code tls-url}: the same server through TLS; without it there is no phase {@code tls}
 *   <li>{@code write}: what a transaction writes; all of them write the same row unless this says otherwise
 * </ul>
 */
public final class JdbcWorkload implements Workload {
    /** Twice the carriers: two hold them all, two more wait. */
    private static final int THREADS = 4;

    private static final int CONNECTS = 2;
    private static final int READS = 2;

    /** How long an application keeps a transaction open for reasons of its own. */
    private static final long TRANSACTION_MS = 150;

    /** The row that all transactions write. */
    private static final int SHARED = 1;

    private Trial trial;

    @Override
    public void run(Trial trial) throws Exception {
        this.trial = trial;
        trial.uses(Class.forName(trial.parameter("driver")));
        try (Connection connection = connect("url")) {
            setUp(connection);
            trial.coldStart(THREADS, this::firstUse);
            if (trial.optional("far-url").isPresent()) {
                trial.phase("connect", THREADS, number -> connectAgainAndAgain());
            }
            trial.phase("read", THREADS, number -> read("url"));
            if (trial.optional("tls-url").isPresent()) {
                trial.phase("tls", THREADS, number -> read("tls-url"));
            }
            trial.phase("write", THREADS, number -> write());
        }
    }

    private void setUp(Connection connection) throws SQLException {
        for (String sql : trial.optional("setup").orElse("").split(";")) {
            if (!sql.isBlank()) {
                execute(connection, sql);
            }
        }
        execute(connection, "CREATE TABLE lab (id INTEGER PRIMARY KEY, n INTEGER)");
        execute(connection, "INSERT INTO lab VALUES (" + SHARED + ", 0)");
    }

    /** Each thing once that later phases do, with no row in common. */
    private void firstUse(int number) throws SQLException {
        for (String url : new String[] {"url", "tls-url"}) {
            if (trial.optional(url).isPresent()) {
                try (Connection connection = connect(url)) {
                    query(connection, trial.parameter("slow"));
                    connection.setAutoCommit(false);
                    int own = 100 * (number + 1) + url.length();
                    execute(connection, "INSERT INTO lab VALUES (" + own + ", 0)");
                    execute(connection, written(own));
                    connection.commit();
                }
            }
        }
    }

    private void connectAgainAndAgain() throws SQLException {
        for (int i = 0; i < CONNECTS; i++) {
            connect("far-url").close();
        }
    }

    private void read(String url) throws SQLException {
        try (Connection connection = connect(url)) {
            for (int i = 0; i < READS; i++) {
                query(connection, trial.parameter("slow"));
            }
        }
    }

    private void write() throws SQLException, InterruptedException {
        try (Connection connection = connect("url")) {
            connection.setAutoCommit(false);
            execute(connection, written(SHARED));
            Thread.sleep(TRANSACTION_MS);
            connection.commit();
        }
    }

    private String written(int row) {
        return trial.optional("write").orElse("UPDATE lab SET n = n + 1 WHERE id = " + row);
    }

    private Connection connect(String url) throws SQLException {
        Optional<String> user = trial.optional("user");
        return user.isEmpty()
                ? DriverManager.getConnection(trial.parameter(url))
                : DriverManager.getConnection(
                        trial.parameter(url),
                        user.get(),
                        trial.optional("password").orElse(""));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void query(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }
}
