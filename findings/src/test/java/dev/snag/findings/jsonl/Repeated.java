package dev.snag.findings.jsonl;

import java.io.InputStream;

/** The same bytes over and over, made as they are read. */
final class Repeated extends InputStream {

    private final byte[] bytes;
    private long left;

    Repeated(byte[] bytes, long times) {
        this.bytes = bytes;
        left = bytes.length * times;
    }

    @Override
    public int read() {
        return left == 0 ? -1 : bytes[(int) ((bytes.length - left-- % bytes.length) % bytes.length)] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        int from = (int) ((bytes.length - left % bytes.length) % bytes.length);
        int taken = Math.min(length, bytes.length - from);
        System.arraycopy(bytes, from, into, offset, taken);
        left -= taken;
        return taken;
    }
}
