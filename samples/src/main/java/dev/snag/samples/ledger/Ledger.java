package dev.snag.samples.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Accounts and the transfers between them. Clean on virtual threads: whatever it waits for, it waits for at a socket,
 * unmounted.
 */
public final class Ledger {
    private final DataSource database;

    public Ledger(DataSource database) {
        this.database = database;
    }

    /** Looks an account up; throws {@link Refused} where there is none of that number. */
    public Account account(long id) throws SQLException, Refused {
        try (Connection connection = database.getConnection()) {
            return account(connection, id);
        }
    }

    /**
     * Moves the money, at once or not at all, and returns the account it came from as it is then. A transfer whose id
     * was seen before changes nothing.
     */
    public Account transfer(Transfer transfer) throws SQLException, Refused {
        transfer.check();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (record(connection, transfer)) {
                    move(connection, transfer);
                }
                Account payer = account(connection, transfer.from());
                connection.commit();
                return payer;
            } catch (SQLException | Refused failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private static boolean record(Connection connection, Transfer transfer) throws SQLException {
        String sql = "INSERT INTO transfer (id, payer, payee, cents) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, transfer.id());
            insert.setLong(2, transfer.from());
            insert.setLong(3, transfer.to());
            insert.setLong(4, transfer.cents());
            return insert.executeUpdate() == 1;
        }
    }

    private static void move(Connection connection, Transfer transfer) throws SQLException, Refused {
        // Always the lower number first: two transfers in opposite directions would else wait for each other's row.
        if (transfer.from() < transfer.to()) {
            add(connection, transfer.from(), -transfer.cents());
            add(connection, transfer.to(), transfer.cents());
        } else {
            add(connection, transfer.to(), transfer.cents());
            add(connection, transfer.from(), -transfer.cents());
        }
    }

    private static void add(Connection connection, long id, long cents) throws SQLException, Refused {
        String sql = "UPDATE account SET cents = cents + ? WHERE id = ? AND cents + ? >= 0";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, cents);
            update.setLong(2, id);
            update.setLong(3, cents);
            if (update.executeUpdate() == 0) {
                Account account = account(connection, id);
                throw new Refused(
                        Refused.Why.NOT_ENOUGH_MONEY,
                        "account " + id + " has " + account.cents() + " cents, " + -cents + " are asked for");
            }
        }
    }

    private static Account account(Connection connection, long id) throws SQLException, Refused {
        try (PreparedStatement select = connection.prepareStatement("SELECT owner, cents FROM account WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new Refused(Refused.Why.UNKNOWN, "there is no account " + id);
                }
                return new Account(id, row.getString(1), row.getLong(2));
            }
        }
    }
}
