package dev.snag.agent.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorLinesTest {

    private static final String SOURCE = """
            import java.util.*;
            abstract class A {
                final StringBuilder field = new StringBuilder();
                static final List<String> SHARED = new ArrayList<>();
                abstract Number[] numbers();
                abstract StringBuffer buffer();
                void wait(String other) {}

                void onThis() { synchronized (this) {} } // onThis
                void onField() { synchronized (field) {} } // onField
                void onStatic() { synchronized (SHARED) {} } // onStatic
                void onClass() { synchronized (A.class) {} } // onClass
                void onArgument(long wide, Number a) { synchronized (a) {} } // onArgument
                static void onStaticsArgument(double wide, Thread t) { synchronized (t) {} } // onStaticsArgument
                void onResult() { synchronized (buffer()) {} } // onResult
                void onNew() { synchronized (new Date()) {} } // onNew
                void onCast(Object a) { synchronized ((Map<?, ?>) a) {} } // onCast
                void onElement() { synchronized (numbers()[0]) {} } // onElement
                void onLocal(String text) {
                    var local = text;
                    synchronized (local) {} // onLocal
                }
                void onSecond() {
                    synchronized (field) {}
                    synchronized (SHARED) {} // onSecond
                }
                void byLine(int a) { synchronized (this) {} }
                void byLine(String a) { synchronized (a) {} } // byLine
                synchronized void byLine() {}

                synchronized void whole() { buffer(); } // whole
                static synchronized void wholeStatic() { SHARED.clear(); } // wholeStatic
                synchronized void without(int here) { buffer(); }

                void none() { buffer(); } // none
                void later() {
                    synchronized (this) {}
                    buffer(); // later
                }

                void waitsOnInterface() throws Exception { SHARED.wait(); } // waitsOnInterface
                void waitsOnClass() throws Exception { field.wait(); } // waitsOnClass
                void waitsForSome() throws Exception {
                    synchronized (field) {
                        field.wait(50); // waitsForSome
                    }
                }
                synchronized void waitsInWhole() throws Exception { wait(50, 1); } // waitsInWhole
                void waitsOtherwise() { wait("for nothing"); } // waitsOtherwise
            }
            """;

    @TempDir
    private static Path folder;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.of(folder, "A", SOURCE);
    }

    @ParameterizedTest
    @CsvSource({
        "onThis, A",
        "onField, java.lang.StringBuilder",
        "onStatic, java.util.List",
        "onClass, java.lang.Class",
        "onArgument, java.lang.Number",
        "onStaticsArgument, java.lang.Thread",
        "onResult, java.lang.StringBuffer",
        "onNew, java.util.Date",
        "onCast, java.util.Map",
        "onLocal, java.lang.String",
    })
    void the_monitor_of_a_block_is_told_by_what_is_written_there(String method, String type) {
        assertThat(compiled.monitorIn(method, false)).isEqualTo(type);
    }

    @Test
    void of_two_blocks_and_of_two_methods_that_of_the_line_is_told() {
        assertThat(compiled.monitorIn("onSecond", false)).isEqualTo("java.util.List");
        assertThat(compiled.monitorIn("byLine", false)).isEqualTo("java.lang.String");
    }

    @Test
    void a_synchronized_method_is_entered_by_the_monitor_of_its_object_or_class() {
        assertThat(compiled.monitorIn("whole", false)).isEqualTo("A");
        assertThat(compiled.monitorIn("wholeStatic", false)).isEqualTo("java.lang.Class");
    }

    @Test
    void a_frame_without_a_line_is_that_of_a_synchronized_method() {
        assertThat(compiled.monitorIn("without", -1, false)).isEqualTo("A");
    }

    @Test
    void where_nothing_is_entered_nothing_is_told() {
        assertThat(compiled.monitorIn("none", false)).isNull();
        assertThat(compiled.monitorIn("later", false)).isNull();
        assertThat(compiled.monitorIn("noSuchMethod", 1, false)).isNull();
    }

    @Test
    void what_the_code_does_not_tell_is_not_guessed() {
        assertThat(compiled.monitorIn("onElement", false)).isNull();
    }

    @Test
    void a_wait_is_on_its_receiver() {
        assertThat(compiled.monitorIn("waitsOnClass", true)).isEqualTo("java.lang.StringBuilder");
        assertThat(compiled.monitorIn("waitsOnInterface", true)).isEqualTo("java.util.List");
    }

    @Test
    void a_timed_wait_is_on_the_monitor_around_it() {
        assertThat(compiled.monitorIn("waitsForSome", true)).isEqualTo("java.lang.StringBuilder");
        assertThat(compiled.monitorIn("waitsInWhole", true)).isEqualTo("A");
    }

    @Test
    void another_method_of_that_name_is_no_wait() {
        assertThat(compiled.monitorIn("waitsOtherwise", true)).isNull();
    }
}
