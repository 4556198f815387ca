package dev.snag.runtime.ledger;

import java.io.IOException;

/** Where text for people goes; only the reporting thread uses it, so it may block. */
public interface TextSink extends AutoCloseable {

    /** Writes lines, each with the agent's prefix. */
    void write(String lines) throws IOException;

    /** At the end: what is still held back goes out. */
    @Override
    void close() throws IOException;
}
