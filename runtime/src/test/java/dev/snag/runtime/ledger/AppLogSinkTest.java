package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppLogSinkTest {

    private static final int UNINITIALIZED = 0;
    private static final int ONGOING = 1;
    private static final int INITIALIZED = 3;

    @TempDir
    private static Path folder;

    private final Recording.Text otherwise = new Recording.Text();

    /** As much of slf4j as is used, by its names. */
    @BeforeAll
    static void compile() throws IOException {
        Path packaged = Files.createDirectories(folder.resolve("org/slf4j"));
        Path logger = Files.writeString(
                packaged.resolve("Logger.java"), "package org.slf4j; public interface Logger { void warn(String s); }");
        Path factory = Files.writeString(packaged.resolve("LoggerFactory.java"), """
                package org.slf4j;
                public class LoggerFactory {
                    static volatile int INITIALIZATION_STATE;
                    public static java.util.List<String> lines = new java.util.ArrayList<>();
                    public static boolean broken;
                    public static Logger getLogger(String name) {
                        return line -> {
                            if (broken) throw new IllegalStateException("appender closed");
                            lines.add(name + ": " + line);
                        };
                    }
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", logger.toString(), factory.toString()))
                .isZero();
    }

    /** The application's slf4j. */
    private static final class Slf4j {
        private final Class<?> factory;

        Slf4j() throws Exception {
            var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
            factory = loader.loadClass("org.slf4j.LoggerFactory");
        }

        private Field field(String name) throws ReflectiveOperationException {
            Field field = factory.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        }

        void state(int state) throws ReflectiveOperationException {
            field("INITIALIZATION_STATE").setInt(null, state);
        }

        void broken(boolean broken) throws ReflectiveOperationException {
            field("broken").setBoolean(null, broken);
        }

        List<String> lines() throws ReflectiveOperationException {
            var lines = new ArrayList<String>();
            ((List<?>) field("lines").get(null)).forEach(line -> lines.add((String) line));
            return lines;
        }

        AppLogSink sink(TextSink otherwise) {
            return new AppLogSink(() -> new Class<?>[] {String.class, factory}, otherwise);
        }
    }

    @Test
    void once_the_application_has_set_it_up_each_line_goes_there() throws Exception {
        var slf4j = new Slf4j();
        slf4j.state(INITIALIZED);
        AppLogSink sink = slf4j.sink(otherwise);

        sink.write("[snag] one\n[snag] two\n");
        sink.close();

        assertThat(slf4j.lines()).containsExactly("dev.snag: [snag] one", "dev.snag: [snag] two");
        assertThat(otherwise.lines).isEmpty();
    }

    @Test
    void until_then_lines_wait_and_nothing_is_set_up_by_us() throws Exception {
        var slf4j = new Slf4j();
        AppLogSink sink = slf4j.sink(otherwise);
        for (int state : new int[] {UNINITIALIZED, ONGOING}) {
            slf4j.state(state);
            sink.write("[snag] early " + state + "\n");
            assertThat(slf4j.lines()).isEmpty();
        }

        slf4j.state(INITIALIZED);
        sink.write("[snag] late\n");

        assertThat(slf4j.lines())
                .containsExactly("dev.snag: [snag] early 0", "dev.snag: [snag] early 1", "dev.snag: [snag] late");
    }

    @Test
    void if_it_never_comes_lines_go_elsewhere_at_the_end() throws Exception {
        var sink = new AppLogSink(() -> new Class<?>[] {String.class}, otherwise);
        sink.write("[snag] one\n[snag] two\n");
        assertThat(otherwise.lines).isEmpty();

        sink.close();

        assertThat(otherwise.lines).containsExactly("[snag] one", "[snag] two");
        assertThat(otherwise.closed).isTrue();
    }

    @Test
    void of_lines_that_wait_the_latest_thousand_are_kept() throws Exception {
        var sink = new AppLogSink(() -> new Class<?>[0], otherwise);
        for (int i = 1; i <= 1_500; i++) {
            sink.write("line " + i + "\n");
        }

        sink.close();

        assertThat(otherwise.lines).hasSize(1_000).startsWith("line 501").endsWith("line 1500");
    }

    @Test
    void a_logger_that_throws_is_told_and_its_lines_are_not_lost() throws Exception {
        var slf4j = new Slf4j();
        slf4j.state(INITIALIZED);
        slf4j.broken(true);
        AppLogSink sink = slf4j.sink(otherwise);

        assertThatThrownBy(() -> sink.write("[snag] one\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("the application's slf4j did not take the text");
        slf4j.broken(false);
        sink.write("[snag] two\n");

        assertThat(slf4j.lines()).containsExactly("dev.snag: [snag] one", "dev.snag: [snag] two");
    }

    @Test
    void a_logger_that_throws_to_the_end_leaves_its_lines_to_the_other_sink() throws Exception {
        var slf4j = new Slf4j();
        slf4j.state(INITIALIZED);
        slf4j.broken(true);
        AppLogSink sink = slf4j.sink(otherwise);
        assertThatThrownBy(() -> sink.write("[snag] one\n")).isInstanceOf(IOException.class);

        sink.close();

        assertThat(otherwise.lines).containsExactly("[snag] one");
        assertThat(otherwise.closed).isTrue();
    }
}
