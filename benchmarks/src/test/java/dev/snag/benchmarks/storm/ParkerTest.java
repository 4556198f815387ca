package dev.snag.benchmarks.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.benchmarks.holds.Initializing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ParkerTest {
    private static final long PARKS = 10_000;

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void theJvmItselfCountsAsManyPinnedParks() throws InterruptedException, IOException {
        Parker parker = new Parker();
        Path recorded = folder.resolve("storm.jfr");
        long thread;
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withoutStackTrace().withThreshold(Duration.ZERO);
            recording.start();
            thread = storm(parker);
            recording.stop();
            recording.dump(recorded);
        }

        long pinned = RecordingFile.readAllEvents(recorded).stream()
                .filter(event -> event.getThread().getJavaThreadId() == thread)
                .filter(ParkerTest::isPark)
                .count();
        assertThat(parker.parks()).isGreaterThanOrEqualTo(PARKS).isEqualTo(pinned);
    }

    /** From JDK 24 on the event is also about monitors, and says what it is about. */
    private static boolean isPark(RecordedEvent event) {
        return !event.hasField("blockingOperation")
                || event.getString("blockingOperation").equals("LockSupport.park");
    }

    private static long storm(Parker parker) throws InterruptedException {
        Thread pinned = Thread.ofVirtual().start(() -> new Initializing(() -> parker.parkUntilStopped(1)).initialize());
        while (parker.parks() < PARKS) {
            parker.releaseIfParked();
        }
        parker.stop();
        while (!pinned.join(Duration.ofMillis(1))) {
            parker.releaseIfParked();
        }
        return pinned.threadId();
    }
}
