package dev.snag.drivers.store;

import dev.snag.drivers.workload.Operation;
import java.io.IOException;
import java.util.Optional;

/** A client of a store. Made by the constructor without parameters. */
public interface StoreUnderTest {

    /** A class of the library. */
    Class<?> library();

    /**
     * Opens it, as an application does once.
     *
     * @param port of the store, on 127.0.0.1
     * @param connections that it may have at most, where {@link #pools()}
     */
    OpenStore open(int port, int connections) throws Exception;

    /** Whether threads wait for one of its connections; false where they share one. */
    boolean pools();

    /** To be used by all threads at once. */
    interface OpenStore extends AutoCloseable {

        /** Asks for something; connects for that if it has not yet. */
        void read() throws Exception;

        /**
         * Writes something.
         *
         * @param number of the thread; each writes its own
         */
        void write(int number) throws Exception;

        /** Asks for something that the store itself takes some 300 ms for; empty where it can't be asked so. */
        default Optional<Operation> slowRead() {
            return Optional.empty();
        }

        @Override
        void close() throws IOException;
    }
}
