package dev.snag.drivers.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Driver;

/** HikariCP, made as its own documentation advises, with the configuration given to the constructor. */
public final class HikariUnderTest implements PoolUnderTest {

    @Override
    public Class<?> library() {
        return HikariDataSource.class;
    }

    @Override
    public OpenPool open(Driver driver, int size) {
        var config = new HikariConfig();
        config.setDataSource(new DriverDataSource(driver));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        // Else it makes a connection at once, and the pool is not empty.
        config.setInitializationFailTimeout(-1);
        var pool = new HikariDataSource(config);
        return new OpenPool() {
            @Override
            public AutoCloseable borrow() throws Exception {
                return pool.getConnection();
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }
}
