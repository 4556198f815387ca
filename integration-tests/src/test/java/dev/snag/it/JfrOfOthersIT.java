package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** A flight recording of somebody else has all of its events, before the agent came, beside it, and to the end. */
class JfrOfOthersIT {
    private static final long LEAST_MILLIS = 400;

    @EachJdk
    void g53_a_recording_that_began_before_a_late_attach(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, JfrOfOthersIT.class, "late");
        try (Dialogue jvm = begin(stage)) {
            jvm.ask("hold:1500");
            VirtualMachine machine =
                    VirtualMachine.attach(String.valueOf(jvm.process().pid()));
            machine.loadAgent(Shipped.agentJar().toString(), "report=" + stage.reportFolder());
            machine.detach();
            jvm.ask("settle");
            jvm.ask("hold:1500");
            assertThat(jvm.end()).isZero();
        }
        assertThat(pinned(stage)).isEqualTo(2);
        assertThat(stage.report().occurrences()).hasSize(1);
    }

    @EachJdk
    void g53_a_recording_of_the_command_line(Jdk jdk) throws Exception {
        Stage stage = Stage.of(jdk, JfrOfOthersIT.class, "beside");
        try (Dialogue jvm = begin(stage, stage.reporting())) {
            jvm.ask("settle");
            jvm.ask("hold:1500");
            jvm.ask("hold:1500");
            assertThat(jvm.end()).isZero();
        }
        assertThat(pinned(stage)).isEqualTo(2);
        assertThat(stage.report().occurrences()).hasSize(2);
    }

    private static Dialogue begin(Stage stage, Object... agent) throws IOException, InterruptedException {
        return Dialogue.with(stage.java("jvm", agent)
                .arguments("-XX:StartFlightRecording=filename=recording.jfr", "-Xlog:jfr*=off")
                .arguments(Programs.puppet()));
    }

    private static long pinned(Stage stage) throws IOException {
        Path recording = stage.folder().resolve("jvm/recording.jfr");
        return RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                .filter(JfrOfOthersIT::isAHold)
                .count();
    }

    private static boolean isAHold(RecordedEvent event) {
        return event.getDuration().toMillis() >= LEAST_MILLIS
                && event.getThread().getJavaName().equals("worker");
    }
}
