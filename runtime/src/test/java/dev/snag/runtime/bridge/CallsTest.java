package dev.snag.runtime.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.slots.CarrierSlots;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A virtual thread plays its own carrier: the copy in {@code java.lang} asks the JDK for it. */
@Timeout(30)
@SuppressWarnings("unchecked")
class CallsTest {

    private static final int FILE = 1;
    private static final int DNS = 2;

    private final AtomicReference<BiConsumer<Thread, long[]>> listener =
            (AtomicReference<BiConsumer<Thread, long[]>>) Calls.SHARED[0];
    private final AtomicInteger told = (AtomicInteger) Calls.SHARED[1];
    private final AtomicLong errors = (AtomicLong) Calls.SHARED[2];
    private final List<Integer> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        told.set(-1);
        listener.set((thread, call) -> heard.add((int) call[Calls.CATEGORY]));
    }

    @AfterEach
    void leaveNothingBehind() {
        told.set(0);
        listener.set(null);
        errors.set(0);
    }

    private static void mounted(Runnable body) throws Exception {
        var thrown = new Throwable[1];
        var slots = new CarrierSlots(Bridge.class);
        Thread.ofVirtual()
                .start(() -> {
                    Bridge.mounted(Thread.currentThread());
                    try {
                        body.run();
                    } catch (Throwable t) {
                        thrown[0] = t;
                    } finally {
                        Bridge.unmounted();
                        slots.forget(slots.of(Thread.currentThread().threadId()));
                    }
                })
                .join();
        assertThat(thrown[0]).isNull();
    }

    private static void call(int category, Runnable within) {
        long begin = Calls.enter(category, null);
        within.run();
        Calls.exit(begin, category);
    }

    private static void call(int category) {
        call(category, () -> {});
    }

    @Test
    void a_call_of_a_virtual_thread_is_told() throws Exception {
        mounted(() -> call(FILE));

        assertThat(heard).containsExactly(FILE);
    }

    @Test
    void one_of_a_platform_thread_is_not() {
        call(FILE);

        assertThat(heard).isEmpty();
    }

    @Test
    void of_calls_within_each_other_the_outermost_is_told() throws Exception {
        mounted(() -> {
            call(DNS, () -> call(FILE));
            call(FILE);
        });

        assertThat(heard).containsExactly(DNS, FILE);
    }

    @Test
    void a_group_is_told_once_as_what_is_done_first_within_it_and_not_where_nothing_is() throws Exception {
        mounted(() -> {
            call(Calls.GROUP, () -> {
                call(FILE);
                call(DNS);
                call(FILE);
            });
            call(Calls.GROUP);
        });

        assertThat(heard).containsExactly(FILE);
    }

    @Test
    void what_is_done_while_classes_are_loaded_is_not_told_also_within_a_group() throws Exception {
        mounted(() -> {
            call(Calls.QUIET, () -> call(FILE));
            call(Calls.GROUP, () -> call(Calls.QUIET, () -> call(FILE)));
            call(Calls.QUIET, () -> call(Calls.QUIET, () -> call(FILE)));
            call(Calls.QUIET, () -> call(Calls.PINNED));
        });

        assertThat(heard).isEmpty();
    }

    @Test
    void classes_are_told_while_they_are_loaded_and_pinned_parks_within_calls() throws Exception {
        mounted(() -> {
            call(Calls.QUIET, () -> call(Calls.CLASS_LOADING));
            call(FILE, () -> call(Calls.PINNED));
        });

        assertThat(heard).containsExactly(Calls.CLASS_LOADING, Calls.PINNED, FILE);
    }

    @Test
    void a_call_in_which_the_thread_was_mounted_anew_is_told_and_hides_no_other() throws Exception {
        mounted(() -> {
            long begin = Calls.enter(FILE, null);
            Bridge.unmounted();
            Bridge.mounted(Thread.currentThread());
            call(DNS);
            Calls.exit(begin, FILE);
            call(DNS);
        });

        assertThat(heard).containsExactly(DNS, FILE, DNS);
    }

    @Test
    void what_is_not_forbidden_is_not_told() throws Exception {
        told.set(1 << DNS);
        mounted(() -> {
            call(FILE);
            call(DNS);
        });

        assertThat(heard).containsExactly(DNS);
    }

    @Test
    void standard_streams_are_the_console_and_no_files() throws Exception {
        var standard = new FileInputStream(FileDescriptor.in); // stays open: it is the test's own
        mounted(() -> Calls.exit(Calls.enter(FILE, standard), FILE));

        assertThat(heard).containsExactly(Calls.CONSOLE);
    }

    @Test
    void what_the_listener_does_is_not_told_and_what_it_throws_is_kept_from_the_program() throws Exception {
        listener.set((thread, call) -> {
            heard.add((int) call[Calls.CATEGORY]);
            call(DNS);
            call(Calls.CLASS_LOADING);
            throw new IllegalStateException("on purpose");
        });
        mounted(() -> call(FILE));

        assertThat(heard).containsExactly(FILE);
        assertThat(errors).hasValue(1);
    }

    @Test
    void begin_end_and_carrier_are_told() throws Exception {
        var calls = new ArrayList<long[]>();
        var thread = new Thread[1];
        listener.set((virtual, call) -> {
            calls.add(call);
            thread[0] = virtual;
        });
        long before = System.nanoTime();
        mounted(() -> call(FILE));

        long[] call = calls.getFirst();
        assertThat(call[Calls.BEGIN]).isBetween(before, call[Calls.END]);
        assertThat(call[Calls.END]).isLessThanOrEqualTo(System.nanoTime());
        assertThat(call[Calls.ON_CARRIER]).isEqualTo(thread[0].threadId());
    }
}
