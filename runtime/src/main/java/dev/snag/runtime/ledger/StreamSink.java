package dev.snag.runtime.ledger;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text to standard error, past {@code System.err} and its locks, or to a file. */
public final class StreamSink implements TextSink {

    private final OutputStream out;

    private StreamSink(OutputStream out) {
        this.out = out;
    }

    /** Standard error of the process. */
    public static StreamSink stderr() {
        return new StreamSink(new FileOutputStream(FileDescriptor.err));
    }

    /**
     * A file, appended to.
     *
     * @throws IOException where it cannot be opened
     */
    public static StreamSink file(File path) throws IOException {
        if (path.getParentFile() != null) {
            Folders.create(path.getParentFile());
        }
        return new StreamSink(new FileOutputStream(path, true));
    }

    @Override
    public void write(String lines) throws IOException {
        out.write(lines.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        // Standard error is the application's; a file ends with the process.
    }
}
