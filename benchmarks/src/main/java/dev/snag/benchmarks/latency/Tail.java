package dev.snag.benchmarks.latency;

import dev.snag.benchmarks.fork.BenchmarkFailed;
import dev.snag.benchmarks.snags.SnagsFile;
import dev.snag.benchmarks.snags.SnagsLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Reads a growing {@code snags.jsonl} and notes when each first line about an ongoing hold is there. */
final class Tail {
    /** Short against the latencies to be measured, long enough to leave the processor to those who are measured. */
    private static final long POLL_NANOS = 100_000;

    private final Path reports;
    private final BooleanSupplier grows;
    private final ByteArrayOutputStream unfinishedLine = new ByteArrayOutputStream();
    private final List<Sighting> sightings = new ArrayList<>();

    /** Reads below {@code reports} for as long as {@code grows}. */
    Tail(Path reports, BooleanSupplier grows) {
        this.reports = reports;
        this.grows = grows;
    }

    List<Sighting> follow() {
        Optional<Path> file = SnagsFile.find(reports);
        while (file.isEmpty() && grows.getAsBoolean()) {
            LockSupport.parkNanos(POLL_NANOS);
            file = SnagsFile.find(reports);
        }
        if (file.isEmpty()) {
            throw new BenchmarkFailed("The program ended and no snags.jsonl is in " + reports);
        }
        try (FileChannel channel = FileChannel.open(file.get())) {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            boolean more = true;
            while (more) {
                // Asked before the last read, so that nothing written before the end is missed.
                more = grows.getAsBoolean();
                while (channel.read(buffer) > 0) {
                    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
                    buffer.flip();
                    take(buffer, now);
                    buffer.clear();
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot follow " + file.get(), e);
        }
        return sightings;
    }

    private void take(ByteBuffer read, long nowMicros) {
        while (read.hasRemaining()) {
            byte next = read.get();
            if (next == '\n') {
                see(SnagsLine.parse(unfinishedLine.toString(StandardCharsets.UTF_8)), nowMicros);
                unfinishedLine.reset();
            } else {
                unfinishedLine.write(next);
            }
        }
    }

    private void see(SnagsLine line, long nowMicros) {
        if (line.isOccurrence() && line.ongoing()) {
            sightings.add(new Sighting(line.thread(), nowMicros));
        }
    }
}
