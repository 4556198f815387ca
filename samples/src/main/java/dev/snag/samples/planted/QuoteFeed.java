package dev.snag.samples.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gold quotes out of a named pipe, one line to a request, as a program beside the service would write them. Here a
 * platform thread stands in for that program.
 *
 * <p><b>Planted:</b> a pipe in the file system is read like a file, and the JDK knows no way to wait for a file unmounted.
 * Up to JDK 22 it adds a carrier meanwhile (compensated, a warning); from 23 on it does not (JDK-8329593), so that this
 * one got <em>worse</em> on newer JDKs.
 *
 * <p><b>Remedy:</b> read such files on a platform thread and pass on what comes through a queue, or use a socket.
 */
public final class QuoteFeed implements AutoCloseable {
    private final Path pipe;
    private final Duration pause;
    private final Semaphore asked = new Semaphore(0);
    private final ReentrantLock oneReader = new ReentrantLock();
    private final Thread writer;

    private QuoteFeed(Path pipe, Duration pause) {
        this.pipe = pipe;
        this.pause = pause;
        this.writer = Thread.ofPlatform().name("quote-writer").daemon().unstarted(this::write);
    }

    /**
     * Makes the pipe and starts what writes to it.
     *
     * @param pause how long each quote takes to come
     */
    public static QuoteFeed open(Path pipe, Duration pause) throws IOException, InterruptedException {
        Files.deleteIfExists(pipe);
        int status = new ProcessBuilder("mkfifo", pipe.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("mkfifo " + pipe + " ended with " + status + "; the sample needs a named pipe there");
        }
        QuoteFeed feed = new QuoteFeed(pipe, pause);
        feed.writer.start();
        return feed;
    }

    /** The next quote; who comes while another reads waits in line, unmounted. */
    public String next() throws IOException {
        oneReader.lock();
        try {
            asked.release();
            return Files.readString(pipe).strip();
        } finally {
            oneReader.unlock();
        }
    }

    private void write() {
        try {
            for (int quote = 2_650; ; quote++) {
                // Opens only when asked: a pipe opened again too soon would still have the last quote's reader.
                asked.acquire();
                try (var line = Files.newOutputStream(pipe)) {
                    Thread.sleep(pause);
                    line.write(("XAU " + quote + "\n").getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            throw new UncheckedIOException("the quote feed at " + pipe + " has broken", failed);
        }
    }

    /** Ends the writer; a reader that still waits is not served. */
    @Override
    public void close() {
        writer.interrupt();
    }
}
