package dev.snag.samples.demo;

import java.util.ArrayList;
import java.util.List;

/** With which options the worker's JVM is started. */
final class WorkerJvm {
    /** As many as a small container has. */
    static final int CARRIERS = 2;

    private WorkerJvm() {}

    /** As it is started to run on platform threads, without an agent. */
    static List<String> plain(DemoFolders folders) {
        return List.of(
                "-Xmx256m",
                // sqlite-jdbc loads a library of its own, which JDK 24 and later warn of.
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + folders.worker());
    }

    /** As it is started to run on virtual threads, with the agent where there is one, and the JDK's own events recorded. */
    static List<String> watched(DemoOptions options, DemoFolders folders) {
        List<String> jvm = new ArrayList<>(plain(folders));
        jvm.add("-Djdk.virtualThreadScheduler.parallelism=" + CARRIERS);
        jvm.addAll(PinnedEvents.recordedTo(folders.recording()));
        options.agent().ifPresent(jar -> {
            // A comma ends an option of the agent, unless it is escaped.
            String report = folders.report().toString().replace(",", "\\,");
            jvm.add("-javaagent:" + jar + "=report=" + report);
        });
        return jvm;
    }
}
