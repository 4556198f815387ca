package dev.snag.benchmarks.fork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A child JVM that has been started. */
public final class RunningJvm implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(5);

    private final ChildJvm child;
    private final Process process;
    private final long startedNanos;

    RunningJvm(ChildJvm child, Process process, long startedNanos) {
        this.child = child;
        this.process = process;
        this.startedNanos = startedNanos;
    }

    public Path folder() {
        return child.folder();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Processor time of the whole process so far, user and system, in nanoseconds (in steps of 10 ms on Linux). */
    public long cpuNanos() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> failed("its processor time cannot be read", null))
                .toNanos();
    }

    /** Sends one line to its standard input. */
    public void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw failed("it does not read its standard input any more", e);
        }
    }

    /** Waits for the {@code index}-th line (from 0) of its standard output. */
    public String line(int index, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            boolean alive = process.isAlive();
            List<String> lines = completeLines();
            if (lines.size() > index) {
                return lines.get(index);
            }
            if (!alive) {
                throw failed(
                        "it ended with status " + process.exitValue() + " before it had said what was awaited", null);
            }
            if (System.nanoTime() > deadline) {
                throw failed("it said nothing for " + limit.toSeconds() + " s", null);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Waits for its end; fails after {@code limit}, or where the status is not 0. */
    public FinishedJvm await(Duration limit) {
        try (this) {
            if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw failed("it had not ended after " + limit.toSeconds() + " s and was killed", null);
            }
            long wallNanos = System.nanoTime() - startedNanos;
            if (process.exitValue() != 0) {
                throw failed("it ended with status " + process.exitValue(), null);
            }
            return new FinishedJvm(child.folder(), wallNanos, child.stdout(), child.stderr());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("the wait for it was interrupted", e);
        }
    }

    /** Kills it where it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private List<String> completeLines() {
        try {
            String said = Files.readString(child.stdout());
            return said.substring(0, said.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw failed("its output cannot be read", e);
        }
    }

    private BenchmarkFailed failed(String what, Exception cause) {
        return new BenchmarkFailed(
                child.mainClass() + " on JDK " + child.jdk().feature() + " with "
                        + child.variant().label() + ": " + what + ". Its output is in " + child.folder(),
                cause);
    }
}
