package dev.snag.drivers.logging;

import java.io.OutputStream;
import java.nio.file.Path;

/** A logging library. Made by the constructor without parameters. */
public interface LoggingUnderTest {

    /** Which class stands for the library. */
    Class<?> library();

    /** Logs to a stream, and flushes each line. */
    Log toStream(OutputStream stream);

    /**
     * Logs to a file, and flushes each line.
     *
     * @param queued whether who logs puts his lines into the library's queue, and a thread of its own writes them
     */
    Log toFile(Path file, boolean queued);

    /** What is logged to. */
    interface Log extends AutoCloseable {

        /** Logs a line. */
        void info(String line);

        /** Ends when all is written. */
        @Override
        void close();
    }
}
