package dev.snag.drivers.http;

import java.io.IOException;
import java.net.URI;

/** A library of HTTP clients. Made by the constructor without parameters. */
public interface HttpClientUnderTest {

    /** Which class stands for the library. */
    Class<?> library();

    /** Whether its clients have a limit of connections, over which requests wait. */
    boolean isBounded();

    /**
     * Makes a client, which has no connection yet.
     *
     * @param connections the most that it may have, where there is a limit
     */
    OpenClient open(int connections);

    /** One client. */
    interface OpenClient extends AutoCloseable {

        /** Asks with GET, and gives the whole answer as text. */
        String get(URI uri) throws Exception;

        /** Sends a body with POST, and gives the whole answer as text. */
        String post(URI uri, byte[] body) throws Exception;

        @Override
        void close() throws IOException;
    }
}
