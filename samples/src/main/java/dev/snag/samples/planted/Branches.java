package dev.snag.samples.planted;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The branches of the house, which do not change while it runs.
 *
 * <p><b>Planted:</b> they are read by the static initializer, with a query that takes 300 ms, on the thread of whichever
 * request comes first. The JVM's own frame below a class initializer cannot be unmounted, so the thread keeps its carrier
 * while it waits for the database: on every JDK, PINNED, CLASS_INIT. Others that need the class meanwhile keep theirs too
 * (CLASS_INIT_WAIT), up to JDK 25.
 *
 * <p><b>Remedy:</b> read them at start, before the first request, or lazily under a
 * {@link java.util.concurrent.locks.ReentrantLock}.
 */
public final class Branches {
    private static final Map<Long, String> TOWNS = read();

    private Branches() {}

    public static Optional<String> town(long id) {
        return Optional.ofNullable(TOWNS.get(id));
    }

    private static Map<Long, String> read() {
        try (Connection connection = SharedDatabase.get().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, town FROM branch, pg_sleep(0.3)")) {
            Map<Long, String> towns = new HashMap<>();
            while (rows.next()) {
                towns.put(rows.getLong(1), rows.getString(2));
            }
            return Map.copyOf(towns);
        } catch (SQLException failed) {
            throw new ExceptionInInitializerError(failed);
        }
    }
}
