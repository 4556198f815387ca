package dev.snag.drivers.pool;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;

/** H2's driver, which takes its time to connect, as one over a network does. It waits as a friendly driver waits. */
final class SlowDriver implements Driver {
    static final String URL = "jdbc:h2:mem:pools;DB_CLOSE_DELAY=-1";

    private final Driver h2;
    private final Duration delay;

    SlowDriver(Duration delay) throws SQLException {
        this.h2 = DriverManager.getDriver(URL);
        this.delay = delay;
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while it connected", e);
        }
        return h2.connect(URL, info);
    }

    @Override
    public boolean acceptsURL(String url) {
        return URL.equals(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return h2.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return h2.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return h2.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("h2");
    }
}
