package dev.snag.drivers.pool;

import java.sql.Driver;
import java.sql.SQLException;

/** A pool that is measured. Made by the constructor without parameters. */
public interface PoolUnderTest {

    /** Which class stands for the library. */
    Class<?> library();

    /**
     * Makes a pool.
     *
     * @param driver makes its connections
     * @param size the most connections
     */
    OpenPool open(Driver driver, int size) throws Exception;

    /** One pool. */
    interface OpenPool extends AutoCloseable {

        /** Gets one, waiting for it if need be; closing it gives it back. */
        AutoCloseable borrow() throws Exception;

        @Override
        void close() throws SQLException;
    }
}
