package dev.snag.drivers.logging;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A named pipe, as standard output is in a container, and a platform thread that takes up to 64 kB from it now and then. */
final class SlowPipe {
    private static final int CHUNK = 64 * 1024;
    private static final Duration BETWEEN = Duration.ofMillis(150);
    private static final long PATIENCE_SECONDS = 20;

    private final Path path;
    private final CompletableFuture<Long> read = new CompletableFuture<>();

    private SlowPipe(Path path) {
        this.path = path;
    }

    /** Makes it. Its reader ends when the writer does. */
    static SlowPipe in(Path folder) throws IOException, InterruptedException {
        Path path = folder.resolve("pipe");
        Process mkfifo =
                new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
        if (!mkfifo.waitFor(10, TimeUnit.SECONDS) || mkfifo.exitValue() != 0) {
            throw new IOException("mkfifo made no pipe " + path);
        }
        var pipe = new SlowPipe(path);
        Thread.ofPlatform()
                .name("pipe-reader")
                .daemon()
                .start(() -> pipe.read.completeAsync(pipe::read, Runnable::run));
        return pipe;
    }

    Path path() {
        return path;
    }

    /** How many bytes were read in all, after the writer has closed it. */
    long awaitRead() throws InterruptedException, ExecutionException, TimeoutException {
        return read.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private long read() {
        byte[] chunk = new byte[CHUNK];
        long all = 0;
        try (InputStream in = new FileInputStream(path.toFile())) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                all += read;
                Thread.sleep(BETWEEN);
            }
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("interrupted while it read " + path, stopped);
        }
    }
}
