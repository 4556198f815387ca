package dev.snag.samples.demo;

import dev.snag.samples.load.Measured;
import java.util.List;

/** SQLite's busy wait in numbers: the last step of the load, on platform threads and on virtual ones. */
final class Star {
    private Star() {}

    static String of(List<Measured> platform, List<Measured> virtual, PinnedEvents events) {
        return """
                SQLite's busy wait: %d sales at once, each with the write lock for the 100 ms that its printer takes.
                  %s
                  %s
                  Events jdk.VirtualThreadPinned, the JDK's own, in the run on virtual threads: %d; of these waits: %d
                """.formatted(
                        platform.getLast().step().requests(),
                        line("platform threads", platform.getLast()),
                        line("virtual threads", virtual.getLast()),
                        events.all(),
                        events.inReceipts());
    }

    private static String line(String threads, Measured receipts) {
        return "on %-17s %5d ms, %d lost; others waited up to %d ms for GET /health"
                .formatted(
                        threads + ":",
                        receipts.wall().toMillis(),
                        receipts.failed(),
                        receipts.bystander().max().toMillis());
    }
}
