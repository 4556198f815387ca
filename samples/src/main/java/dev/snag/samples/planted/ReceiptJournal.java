package dev.snag.samples.planted;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/**
 * Receipts in a SQLite file, which one transaction at a time may write.
 *
 * <p><b>Planted:</b> who does not get SQLite's write lock waits for it in native code, which sleeps and tries again for
 * up to {@code busy_timeout}. A virtual thread keeps its carrier all the while. As soon as as many wait as there are
 * carriers, whoever has the lock and waits for the printer, unmounted, finds no carrier on which to go on and commit: all
 * stand still until the time-out, and then the waiters' transactions are lost. No monitor is involved, no JDK helps, and
 * the JDK's own event {@code jdk.VirtualThreadPinned} does not see it.
 *
 * <p><b>Remedy:</b> let no more threads into SQLite than can be spared: a {@link java.util.concurrent.Semaphore} or a
 * pool of one writer, at which virtual threads wait unmounted.
 */
public final class ReceiptJournal {
    private final String url;
    private final SQLiteConfig config;
    private final Duration printing;

    /**
     * @param busyTimeout how long SQLite waits for its write lock before it gives up
     * @param printing how long the till's printer takes
     */
    public ReceiptJournal(Path file, Duration busyTimeout, Duration printing) throws SQLException {
        this.url = "jdbc:sqlite:" + file.toAbsolutePath();
        this.printing = printing;
        this.config = new SQLiteConfig();
        config.setBusyTimeout((int) busyTimeout.toMillis());
        try (Connection connection = config.createConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE IF NOT EXISTS receipt ("
                    + "number INTEGER PRIMARY KEY AUTOINCREMENT, customer TEXT NOT NULL, cents INTEGER NOT NULL)");
        }
    }

    /**
     * Writes and prints a receipt and returns its number. The number is given only to what was printed, so that printing
     * belongs into the transaction. Throws {@link SQLException} where the journal stayed locked; nothing was written then.
     */
    public long issue(String customer, long cents) throws SQLException, InterruptedException {
        try (Connection connection = config.createConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            long number = write(connection, customer, cents);
            print();
            statement.execute("COMMIT");
            return number;
        }
    }

    private static long write(Connection connection, String customer, long cents) throws SQLException {
        String sql = "INSERT INTO receipt (customer, cents) VALUES (?, ?) RETURNING number";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, customer);
            insert.setLong(2, cents);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void print() throws InterruptedException {
        Thread.sleep(printing);
    }
}
