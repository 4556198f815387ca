package dev.snag.samples.workers;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** Looks at the database many times while a type of worker is under load. */
final class DatabaseWatch implements AutoCloseable {

    private static final long PAUSE_NANOS = 100_000_000;

    private final Database database;
    private final Thread thread;
    private volatile boolean ended;
    private int most;
    private long active;
    private long looks;
    private SQLException failure;

    private DatabaseWatch(Database database) {
        this.database = database;
        thread = Thread.ofPlatform().name("database-watch").daemon().unstarted(this::look);
    }

    static DatabaseWatch start(Database database) {
        var watch = new DatabaseWatch(database);
        watch.thread.start();
        return watch;
    }

    private void look() {
        try {
            while (!ended) {
                Database.Sight sight = database.look();
                most = Math.max(most, sight.open());
                active += sight.active();
                looks++;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    /**
     * What was seen.
     *
     * @param mostOpen connections at one time
     * @param meanActive of them, with a query that ran
     */
    record Seen(int mostOpen, double meanActive) {}

    /** Ends it. */
    Seen seen() throws SQLException, InterruptedException {
        ended = true;
        thread.join();
        if (failure != null) {
            throw failure;
        }
        return new Seen(most, looks == 0 ? 0 : (double) active / looks);
    }

    @Override
    public void close() {
        ended = true;
    }
}
