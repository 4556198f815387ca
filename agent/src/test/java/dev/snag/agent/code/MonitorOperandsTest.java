package dev.snag.agent.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorOperandsTest {

    private static final String SOURCE = """
            class C {
                void m(StringBuilder guard) {
                    synchronized (guard) {} // m
                }
            }
            """;

    @TempDir
    private Path folder;

    private static StackTraceElement frame(String type, int line) {
        return new StackTraceElement(type, "m", type + ".java", line);
    }

    @Test
    void the_class_is_read_from_the_loader_that_defined_it() throws Exception {
        Compiled compiled = Compiled.of(folder, "C", SOURCE);
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            Class<?>[] loaded = {String.class, loader.loadClass("C")};

            assertThat(new MonitorOperands(() -> loaded).monitorAt(frame("C", compiled.line("m")), false))
                    .isEqualTo("java.lang.StringBuilder");
        }
    }

    @Test
    void a_class_of_the_jdk_is_read_from_its_module() {
        Class<?>[] loaded = {StringBuffer.class};
        var append = new StackTraceElement("java.lang.StringBuffer", "length", "StringBuffer.java", -1);

        assertThat(new MonitorOperands(() -> loaded).monitorAt(append, false)).isEqualTo("java.lang.StringBuffer");
    }

    @Test
    void what_is_not_loaded_is_not_sought() {
        Class<?>[] none = {};

        assertThat(new MonitorOperands(() -> none).monitorAt(frame("C", 3), false))
                .isNull();
    }

    @Test
    void a_class_file_that_is_gone_tells_nothing() throws IOException, ClassNotFoundException {
        Compiled compiled = Compiled.of(folder, "C", SOURCE);
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            Class<?>[] loaded = {loader.loadClass("C")};
            Files.delete(folder.resolve("C.class"));

            assertThat(new MonitorOperands(() -> loaded).monitorAt(frame("C", compiled.line("m")), false))
                    .isNull();
        }
    }
}
