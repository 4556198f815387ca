package dev.snag.drivers.logging;

import dev.snag.drivers.logging.LoggingUnderTest.Log;
import dev.snag.drivers.workload.Trial;
import dev.snag.drivers.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Virtual threads that log.
 *
 * <ul>
 *   <li>{@code logging}: names the {@link LoggingUnderTest}
 *   <li>{@code folder}: for its files
 *   <li>{@code to}: {@code file}, {@code stream}, {@code pipe}, or {@code queue} for a queue before the pipe
 * </ul>
 */
public final class LoggingWorkload implements Workload {
    /** Twice the carriers: two hold them all, two more wait. */
    private static final int THREADS = 4;

    private static final int MANY = 16;
    private static final int LINES = 50;
    private static final Duration SLOW = Duration.ofMillis(200);

    /** More than fits into a pipe, so that each has to wait for the reader. */
    private static final String LARGE = "x".repeat(100_000);

    private LoggingUnderTest library;
    private Path folder;

    @Override
    public void run(Trial trial) throws Exception {
        library = Class.forName(trial.parameter("logging"))
                .asSubclass(LoggingUnderTest.class)
                .getDeclaredConstructor()
                .newInstance();
        folder = Path.of(trial.parameter("folder"));
        trial.uses(library.library());
        String to = trial.parameter("to");
        switch (to) {
            case "file" -> toFile(trial);
            case "stream" -> toStream(trial);
            case "pipe" -> toPipe(trial, false);
            case "queue" -> toPipe(trial, true);
            default -> throw new IllegalArgumentException("nothing can be logged to '" + to + "'");
        }
    }

    private void toFile(Trial trial) throws InterruptedException, IOException {
        Path file = folder.resolve("lab.log");
        try (Log log = library.toFile(file, false)) {
            trial.coldStart(THREADS, number -> log.info("cold"));
            trial.phase("file", MANY, number -> logLines(log));
        }
        try (Stream<String> lines = Files.lines(file)) {
            require(lines.count(), THREADS + MANY * LINES, "lines");
        }
    }

    private static void logLines(Log log) {
        for (int i = 0; i < LINES; i++) {
            log.info("a line of the usual length, which says what was done, by whom, and how long it took");
        }
    }

    private void toStream(Trial trial) throws InterruptedException {
        try (Log log = library.toStream(new SlowStream(Duration.ZERO))) {
            trial.coldStart(THREADS, number -> log.info("cold"));
        }
        var stream = new SlowStream(SLOW);
        try (Log log = library.toStream(stream)) {
            trial.phase("log", THREADS, number -> log.info("line"));
        }
        require(stream.written(), THREADS * ("line" + System.lineSeparator()).length(), "bytes");
    }

    private void toPipe(Trial trial, boolean queued) throws Exception {
        try (Log log = library.toFile(folder.resolve("cold.log"), queued)) {
            trial.coldStart(THREADS, number -> log.info("cold"));
        }
        SlowPipe pipe = SlowPipe.in(folder);
        try (Log log = library.toFile(pipe.path(), queued)) {
            trial.phase("log", THREADS, number -> log.info(LARGE));
        }
        require(pipe.awaitRead(), THREADS * (LARGE + System.lineSeparator()).length(), "bytes");
    }

    private static void require(long written, long wanted, String what) {
        if (written != wanted) {
            throw new IllegalStateException(written + " " + what + " were written, and not " + wanted);
        }
    }
}
