package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Green, but from some moment on nobody watched. */
class DeadMonitorTest {

    static final Exception DEADLY = new Exception("made to end the monitor");

    @Test
    void ends_the_monitor() throws Exception {
        Thread.ofVirtual().start(() -> {}).join();
        Thread monitor = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("snag-monitor"))
                .findFirst()
                .orElseThrow();

        Process debugger = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "target/test-classes",
                        Debugger.class.getName(),
                        Long.toString(ProcessHandle.current().pid()))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/debugger.log"))
                .start();
        if (!debugger.waitFor(60, TimeUnit.SECONDS)) {
            debugger.destroyForcibly();
        }

        assertEquals(0, debugger.waitFor());
        monitor.join(Duration.ofSeconds(30));
        assertFalse(monitor.isAlive());
    }
}
