package dev.snag.drivers.pool;

import com.mchange.v2.c3p0.DataSources;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** c3p0. */
public final class C3p0UnderTest implements PoolUnderTest {

    @Override
    public Class<?> library() {
        return DataSources.class;
    }

    @Override
    public OpenPool open(Driver driver, int size) throws Exception {
        DataSource pool = DataSources.pooledDataSource(
                new DriverDataSource(driver),
                Map.of("minPoolSize", 0, "initialPoolSize", 0, "acquireIncrement", 1, "maxPoolSize", size));
        return new OpenPool() {
            @Override
            public AutoCloseable borrow() throws Exception {
                return pool.getConnection();
            }

            @Override
            public void close() throws SQLException {
                DataSources.destroy(pool);
            }
        };
    }
}
