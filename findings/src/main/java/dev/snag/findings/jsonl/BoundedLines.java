package dev.snag.findings.jsonl;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** Splits text at line feeds, and keeps no more of a line than a limit. */
final class BoundedLines implements Closeable {

    private final Reader in;
    private final int limit;
    private final char[] buffer = new char[64 * 1024];
    private int position;
    private int filled;
    private long number;

    BoundedLines(Reader in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line; null at the end. A line feed at the very end begins no further line. */
    RawLine next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        var kept = new StringBuilder();
        long length = 0;
        while (fill()) {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            length += end - position;
            if (length <= limit) {
                kept.append(buffer, position, end - position);
            }
            position = end;
            if (end < filled) {
                position++;
                return line(kept, length, true);
            }
        }
        return line(kept, length, false);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private RawLine line(StringBuilder kept, long length, boolean ended) {
        return new RawLine(number, length <= limit ? kept.toString() : null, length, ended);
    }

    /** Whether there is a character to take. */
    private boolean fill() throws IOException {
        while (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
            if (filled == 0) {
                return false;
            }
        }
        return true;
    }
}
