package dev.snag.drivers.pool;

import java.sql.Driver;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** Tomcat's JDBC pool. */
public final class TomcatUnderTest implements PoolUnderTest {

    @Override
    public Class<?> library() {
        return DataSource.class;
    }

    @Override
    public OpenPool open(Driver driver, int size) {
        var properties = new PoolProperties();
        properties.setDataSource(new DriverDataSource(driver));
        properties.setMaxActive(size);
        properties.setMaxIdle(size);
        properties.setInitialSize(0);
        properties.setMinIdle(0);
        var pool = new DataSource(properties);
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
