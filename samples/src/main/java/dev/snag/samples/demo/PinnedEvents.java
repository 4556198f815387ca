package dev.snag.samples.demo;

import dev.snag.samples.planted.ReceiptJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What the JDK itself has seen of the worker: its events {@code jdk.VirtualThreadPinned}.
 *
 * @param all how many there were
 * @param inReceipts how many of them came from the journal on SQLite
 */
record PinnedEvents(int all, int inReceipts) {

    /** The options of a JVM that records these events, from the 20 ms on that are the JDK's default, and nothing else. */
    static List<String> recordedTo(Path file) {
        return List.of(
                "-XX:StartFlightRecording:filename=" + file
                        + ",settings=none,+jdk.VirtualThreadPinned#enabled=true"
                        + ",+jdk.VirtualThreadPinned#stackTrace=true,+jdk.VirtualThreadPinned#threshold=20ms",
                "-Xlog:jfr+startup=off");
    }

    static PinnedEvents read(Path file) throws IOException {
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                .toList();
        return new PinnedEvents(events.size(), (int)
                events.stream().filter(PinnedEvents::isInReceipts).count());
    }

    private static boolean isInReceipts(RecordedEvent event) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .anyMatch(
                                frame -> frame.getMethod().getType().getName().equals(ReceiptJournal.class.getName()));
    }
}
