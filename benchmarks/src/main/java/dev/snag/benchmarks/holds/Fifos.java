package dev.snag.benchmarks.holds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Named pipes, as many as holds run at a time. */
final class Fifos {
    private final BlockingQueue<Path> free;

    Fifos(Path folder, int count) {
        free = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            Path fifo = folder.resolve("fifo-" + i);
            try {
                Files.deleteIfExists(fifo);
                int status = new ProcessBuilder("mkfifo", fifo.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
                if (status != 0) {
                    throw new IOException("mkfifo " + fifo + " ended with status " + status);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while making " + fifo, e);
            }
            free.add(fifo);
        }
    }

    Path take() {
        Path fifo = free.poll();
        if (fifo == null) {
            throw new IllegalStateException("more holds at a time than FIFOs");
        }
        return fifo;
    }

    void giveBack(Path fifo) {
        free.add(fifo);
    }
}
