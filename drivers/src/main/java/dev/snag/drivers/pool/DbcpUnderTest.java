package dev.snag.drivers.pool;

import java.sql.Driver;
import java.sql.SQLException;
import org.apache.commons.dbcp2.BasicDataSource;

/** Commons DBCP. */
public final class DbcpUnderTest implements PoolUnderTest {

    @Override
    public Class<?> library() {
        return BasicDataSource.class;
    }

    @Override
    public OpenPool open(Driver driver, int size) {
        var pool = new BasicDataSource();
        pool.setDriver(driver);
        pool.setUrl(SlowDriver.URL);
        pool.setMaxTotal(size);
        return new OpenPool() {
            @Override
            public AutoCloseable borrow() throws Exception {
                return pool.getConnection();
            }

            @Override
            public void close() throws SQLException {
                pool.close();
            }
        };
    }
}
