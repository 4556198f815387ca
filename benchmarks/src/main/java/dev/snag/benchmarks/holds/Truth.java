package dev.snag.benchmarks.holds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * One hold, as the program that made it measured it.
 *
 * @param thread {@code Thread.threadId()} of the virtual thread, of which there is one for each hold
 * @param wanted share of the threshold that was asked for, e.g. 1.02
 * @param startMicros wall clock when it began, in microseconds since 1970
 * @param durationNanos from just after the mount to just before the unmount, so the hold was at least as long
 * @param mostNanos from just before the mount to just after the unmount, so it was no longer; a host that takes the
 *     processor away makes the two differ
 */
public record Truth(long thread, HoldKind kind, double wanted, long startMicros, long durationNanos, long mostNanos) {

    /** See {@link #mostNanos}. */
    public double mostMs() {
        return mostNanos / 1e6;
    }

    public double durationMs() {
        return durationNanos / 1e6;
    }

    String line() {
        return String.join(
                "\t",
                Long.toString(thread),
                kind.name(),
                Double.toString(wanted),
                Long.toString(startMicros),
                Long.toString(durationNanos),
                Long.toString(mostNanos));
    }

    static Truth parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 6) {
            throw new IllegalArgumentException("not a line about a hold: " + line);
        }
        return new Truth(
                Long.parseLong(parts[0]),
                HoldKind.valueOf(parts[1]),
                Double.parseDouble(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]));
    }

    static void write(Path file, Collection<Truth> truths) {
        try {
            Files.write(file, truths.stream().map(Truth::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link HoldsProgram} wrote. */
    public static List<Truth> read(Path file) {
        try {
            return Files.readAllLines(file).stream().map(Truth::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
