package dev.snag.it;

import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** {@link JfrProgram} under the agent, and what it left. */
record JfrRun(Path folder, Outcome outcome) {

    /** Runs it; {@code RECORDING} in a JVM argument stands for the file of {@link #recorded}. */
    static JfrRun of(Jdk jdk, String name, String options, List<String> jvmArguments, String... arguments)
            throws IOException, InterruptedException {
        Path folder = Folders.of("jfr", String.valueOf(jdk.feature()), name);
        Folders.makeEmpty(folder);
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        Outcome outcome = Forked.in(folder.resolve("run"))
                .arguments(jdk.tool("java"))
                .arguments(Shipped.javaAgent(
                        "report=" + folder.resolve("report") + (options.isEmpty() ? "" : "," + options)))
                .arguments(jvmArguments.stream()
                        .map(argument -> argument.replace(
                                "RECORDING", folder.resolve("recording.jfr").toString()))
                        .toList())
                .arguments("-cp", classes, JfrProgram.class.getName())
                .arguments((Object[]) arguments)
                .run();
        return new JfrRun(folder, outcome);
    }

    Report report() throws IOException {
        return Report.in(folder.resolve("report"));
    }

    /** The events of that name in the recording of somebody else. */
    List<RecordedEvent> recorded(String event) throws IOException {
        return RecordingFile.readAllEvents(folder.resolve("recording.jfr")).stream()
                .filter(each -> each.getEventType().getName().equals(event))
                .toList();
    }
}
