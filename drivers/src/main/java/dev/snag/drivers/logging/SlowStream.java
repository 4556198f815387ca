package dev.snag.drivers.logging;

import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A stream that takes its time and unmounts meanwhile, as one to a socket does whose other end is slow. Keeps nothing. */
final class SlowStream extends OutputStream {
    private final Duration each;
    private final AtomicLong written = new AtomicLong();

    SlowStream(Duration each) {
        this.each = each;
    }

    @Override
    public void write(int one) throws InterruptedIOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws InterruptedIOException {
        try {
            Thread.sleep(each);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it wrote");
        }
        written.addAndGet(length);
    }

    /** Bytes. */
    long written() {
        return written.get();
    }
}
