package dev.snag.findings.jsonl;

import java.io.InputStream;

/** The same bytes over and over, made as they are read. */
final class Repeated extends InputStream {

    private final byte[] bytes;
    private final long end;
    private long given;

    Repeated(byte[] bytes, long times) {
        this.bytes = bytes;
        end = bytes.length * times;
    }

    /** How many bytes were read. */
    long given() {
        return given;
    }

    @Override
    public int read() {
        return given == end ? -1 : bytes[(int) (given++ % bytes.length)] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (given == end) {
            return -1;
        }
        int from = (int) (given % bytes.length);
        int taken = Math.min(length, bytes.length - from);
        System.arraycopy(bytes, from, into, offset, taken);
        given += taken;
        return taken;
    }
}
