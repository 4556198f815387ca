package dev.snag.samples.planted;

import javax.sql.DataSource;

/** The process's one pool, kept in a static field as services do whose classes fetch their own data. */
public final class SharedDatabase {
    private static volatile DataSource pool;

    private SharedDatabase() {}

    /** Sets it, once, before the first request. */
    public static void use(DataSource database) {
        pool = database;
    }

    static DataSource get() {
        DataSource database = pool;
        if (database == null) {
            throw new IllegalStateException("SharedDatabase.use was not called before the first request");
        }
        return database;
    }
}
