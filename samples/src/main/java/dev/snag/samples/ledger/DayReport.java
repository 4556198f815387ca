package dev.snag.samples.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The day's turnover: a query that takes PostgreSQL 200 ms. Slow and yet clean, for the virtual thread is unmounted while
 * it waits for the answer: slowness alone is no snag.
 */
public final class DayReport {

    /** What the day has seen so far. */
    public record Turnover(long transfers, long cents) {}

    private static final String QUERY =
            "SELECT count(transfer.id), coalesce(sum(transfer.cents), 0) FROM pg_sleep(0.2) LEFT JOIN transfer ON true";

    private final DataSource database;

    public DayReport(DataSource database) {
        this.database = database;
    }

    public Turnover turnover() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new Turnover(row.getLong(1), row.getLong(2));
        }
    }
}
