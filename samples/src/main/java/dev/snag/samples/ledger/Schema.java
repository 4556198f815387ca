package dev.snag.samples.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The tables of the service and the rows it starts with, in SQL that PostgreSQL and SQLite both read. */
public final class Schema {

    /** How many accounts there are, numbered from 1. */
    public static final int ACCOUNTS = 100;

    /** What each account starts with. */
    public static final long OPENING_CENTS = 1_000_000;

    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE IF NOT EXISTS account ("
                    + "id BIGINT PRIMARY KEY, owner TEXT NOT NULL, cents BIGINT NOT NULL CHECK (cents >= 0))",
            "CREATE TABLE IF NOT EXISTS transfer ("
                    + "id TEXT PRIMARY KEY, payer BIGINT NOT NULL, payee BIGINT NOT NULL, cents BIGINT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS rate (currency TEXT PRIMARY KEY, per_euro TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS branch (id BIGINT PRIMARY KEY, town TEXT NOT NULL)",
            "INSERT INTO rate VALUES ('USD', '1.0842'), ('GBP', '0.8391'), ('CHF', '0.9467'), ('JPY', '163.20')"
                    + " ON CONFLICT DO NOTHING",
            "INSERT INTO branch VALUES (1, 'Antwerp'), (2, 'Bergen'), (3, 'Porto') ON CONFLICT DO NOTHING");

    private Schema() {}

    /** Makes what is missing and leaves what is there. */
    public static void create(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String sql : STATEMENTS) {
                    statement.executeUpdate(sql);
                }
            }
            openAccounts(connection);
            connection.commit();
        }
    }

    private static void openAccounts(Connection connection) throws SQLException {
        String sql = "INSERT INTO account VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int id = 1; id <= ACCOUNTS; id++) {
                insert.setLong(1, id);
                insert.setString(2, "owner " + id);
                insert.setLong(3, OPENING_CENTS);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
