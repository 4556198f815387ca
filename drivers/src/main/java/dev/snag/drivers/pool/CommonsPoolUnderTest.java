package dev.snag.drivers.pool;

import java.sql.Connection;
import java.sql.Driver;
import java.time.Duration;
import java.util.Properties;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** Commons Pool itself, over bare connections. */
public class CommonsPoolUnderTest implements PoolUnderTest {

    private final Duration maxWait;

    /** As it is by default: who waits, waits for ever. */
    public CommonsPoolUnderTest() {
        this(Duration.ofMillis(-1));
    }

    CommonsPoolUnderTest(Duration maxWait) {
        this.maxWait = maxWait;
    }

    @Override
    public Class<?> library() {
        return GenericObjectPool.class;
    }

    @Override
    public OpenPool open(Driver driver, int size) {
        var pool = new GenericObjectPool<>(new Connections(driver));
        pool.setMaxTotal(size);
        pool.setMaxWait(maxWait);
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
