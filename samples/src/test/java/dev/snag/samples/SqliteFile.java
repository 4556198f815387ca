package dev.snag.samples;

import dev.snag.samples.ledger.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A SQLite file with the service's tables, where PostgreSQL would be too much. */
public final class SqliteFile {
    private SqliteFile() {}

    public static DataSource withSchema(Path folder) throws SQLException {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("ledger.sqlite"));
        Schema.create(database);
        return database;
    }
}
