package dev.snag.agent.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.ledger.MonitorSites.Owned;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Hashtable;
import org.junit.jupiter.api.Test;

class MonitorCodeTest {

    private static final int FIRST = lineOf(Sample::new);

    private final MonitorCode code = new MonitorCode(bytes(Sample.class));

    /** Its lines are counted from the one that throws; leave none out and add none. */
    static final class Sample {
        Sample() {
            throw new Here(); // the first line, from which the tests count
        }

        private final ArrayDeque<String> queue = new ArrayDeque<>();
        private static final Object LOCK = new Object();

        void block() {
            synchronized (queue) {
                queue.clear();
            }
            queue.size();
        }

        void returnsEarly(boolean early) {
            synchronized (this) {
                if (early) {
                    return;
                }
                queue.size();
            }
        }

        synchronized void method() {
            queue.size();
        }

        static synchronized void classMethod() {
            LOCK.hashCode();
        }

        void nested(StringBuilder outer) {
            synchronized (outer) {
                outer.length();
                synchronized (LOCK) {
                    outer.length();
                }
                outer.reverse();
            }
        }

        void waits() throws InterruptedException {
            synchronized (queue) {
                queue.wait();
                queue.wait(100);
            }
        }

        void twoNextToEachOther() {
            synchronized (queue) {
                synchronized (LOCK) {
                    LOCK.hashCode();
                }
            }
        }

        void catches() {
            try {
                queue.size();
            } catch (RuntimeException e) {
                queue.clear();
            }
        }
    }

    private static int at(int offset) {
        return FIRST + offset;
    }

    @Test
    void a_block_owns_its_monitor_from_its_first_line_to_its_last_and_not_behind() {
        assertThat(code.ownedAt("block", at(8))).isEqualTo(new Owned.Monitor("java.util.ArrayDeque"));
        assertThat(code.ownedAt("block", at(10))).isEqualTo(new Owned.Nothing());
    }

    @Test
    void a_block_owns_its_monitor_behind_an_early_return() {
        assertThat(code.ownedAt("returnsEarly", at(18))).isEqualTo(new Owned.Monitor(Sample.class.getName()));
    }

    @Test
    void a_synchronized_method_owns_its_object_and_a_static_one_its_class() {
        assertThat(code.ownedAt("method", at(23))).isEqualTo(new Owned.Monitor(Sample.class.getName()));
        assertThat(code.ownedAt("classMethod", at(27))).isEqualTo(new Owned.Monitor("java.lang.Class"));
    }

    @Test
    void of_nested_blocks_the_innermost_counts() {
        assertThat(code.ownedAt("nested", at(32))).isEqualTo(new Owned.Monitor("java.lang.StringBuilder"));
        assertThat(code.ownedAt("nested", at(34))).isEqualTo(new Owned.Monitor("java.lang.Object"));
        assertThat(code.ownedAt("nested", at(36))).isEqualTo(new Owned.Monitor("java.lang.StringBuilder"));
    }

    @Test
    void a_handler_of_an_exception_owns_nothing() {
        assertThat(code.ownedAt("catches", at(57))).isEqualTo(new Owned.Nothing());
        assertThat(code.ownedAt("catches", at(59))).isEqualTo(new Owned.Nothing());
    }

    @Test
    void a_monitor_is_found_by_its_own_line_and_by_that_of_the_instruction_behind() {
        assertThat(code.enteredAt("block", at(7))).isEqualTo("java.util.ArrayDeque");
        assertThat(code.enteredAt("block", at(8))).isEqualTo("java.util.ArrayDeque");
        assertThat(code.enteredAt("block", at(10))).isNull();
        assertThat(code.enteredAt("method", at(23))).isEqualTo(Sample.class.getName());
    }

    @Test
    void where_a_line_may_mean_two_monitors_none_is_named() {
        assertThat(code.enteredAt("twoNextToEachOther", at(49))).isNull();
    }

    @Test
    void what_is_waited_on_is_the_receiver_or_else_the_monitor_around() {
        assertThat(code.waitedOnAt("waits", at(42))).isEqualTo("java.util.ArrayDeque");
        assertThat(code.waitedOnAt("waits", at(43))).isEqualTo("java.util.ArrayDeque");
        assertThat(code.waitedOnAt("waits", at(41))).isNull();
    }

    @Test
    void a_synchronized_method_of_the_jdk_is_known() {
        var hashtable = new MonitorCode(bytes(Hashtable.class));
        assertThat(hashtable.ownedAt("computeIfAbsent", lineWithin(hashtable)))
                .isEqualTo(new Owned.Monitor("java.util.Hashtable"));
    }

    /** The line on which {@code Hashtable.computeIfAbsent} calls back, whatever the JDK. */
    private static int lineWithin(MonitorCode hashtable) {
        return lineOf(
                () -> new Hashtable<String, String>().computeIfAbsent("key", key -> {
                    throw new Here();
                }),
                "computeIfAbsent");
    }

    private static final class Here extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static int lineOf(Runnable thrower) {
        return lineOf(thrower, "<init>");
    }

    private static int lineOf(Runnable thrower, String method) {
        try {
            thrower.run();
        } catch (Here here) {
            for (StackTraceElement frame : here.getStackTrace()) {
                if (frame.getMethodName().equals(method)) {
                    return frame.getLineNumber();
                }
            }
        }
        throw new AssertionError("no frame of " + method);
    }

    private static byte[] bytes(Class<?> type) {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
