package dev.snag.drivers.pool;

import java.sql.Connection;
import java.sql.Driver;
import java.util.Properties;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** Commons Pool itself, over bare connections. */
public final class CommonsPoolUnderTest implements PoolUnderTest {

    @Override
    public Class<?> library() {
        return GenericObjectPool.class;
    }

    @Override
    public OpenPool open(Driver driver, int size) {
        var pool = new GenericObjectPool<>(new Connections(driver));
        pool.setMaxTotal(size);
        return new OpenPool() {
            @Override
            public AutoCloseable borrow() throws Exception {
                Connection connection = pool.borrowObject();
                return () -> pool.returnObject(connection);
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }

    private static final class Connections extends BasePooledObjectFactory<Connection> {
        private final Driver driver;

        Connections(Driver driver) {
            this.driver = driver;
        }

        @Override
        public Connection create() throws Exception {
            return driver.connect(SlowDriver.URL, new Properties());
        }

        @Override
        public PooledObject<Connection> wrap(Connection connection) {
            return new DefaultPooledObject<>(connection);
        }
    }
}
