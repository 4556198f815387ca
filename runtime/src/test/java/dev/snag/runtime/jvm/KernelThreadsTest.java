package dev.snag.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a folder of tasks that the test writes. */
class KernelThreadsTest {

    private static final long MILLI = 1_000_000;

    @TempDir
    private Path tasks;

    private final Map<Long, Long> cpu = new HashMap<>();
    private KernelThreads kernel;

    @BeforeEach
    void open() {
        kernel = new KernelThreads(tasks.toString());
    }

    private void task(String tid, String schedstat) throws IOException {
        Path folder = Files.createDirectories(tasks.resolve(tid));
        Files.writeString(folder.resolve("schedstat"), schedstat + "\n");
    }

    private long delayOf(long id) {
        return kernel.runDelayNanos(id, thread -> cpu.getOrDefault(thread, -1L));
    }

    private void learn(long id) {
        kernel.learn(id, thread -> cpu.getOrDefault(thread, -1L));
    }

    @Test
    void a_threads_task_is_found_by_its_processor_time() throws IOException {
        task("100", "5000 77 3");
        task("101", "6000 88 3");
        cpu.put(31L, 6_000L);
        assertThat(delayOf(31)).isEqualTo(-1);

        learn(31);

        assertThat(delayOf(31)).isEqualTo(88);
    }

    @Test
    void where_two_fit_neither_is_taken() throws IOException {
        task("100", "5000 77 3");
        task("101", "5000 88 3");
        cpu.put(31L, 5_000L);

        learn(31);

        assertThat(delayOf(31)).isEqualTo(-1);
    }

    @Test
    void once_known_it_may_lag_by_a_tick_and_no_more() throws IOException {
        task("100", "5000 77 3");
        cpu.put(31L, 5_000L);
        learn(31);

        cpu.put(31L, 5_000L + 9 * MILLI);
        assertThat(delayOf(31)).isEqualTo(77);
        cpu.put(31L, 5_000L + 11 * MILLI);
        assertThat(delayOf(31)).isEqualTo(-1);
    }

    @Test
    void files_of_another_form_or_gone_tell_nothing() throws IOException {
        task("100", "5000");
        task("101", "what?");
        Files.createDirectories(tasks.resolve("102"));
        cpu.put(31L, 5_000L);

        learn(31);

        assertThat(delayOf(31)).isEqualTo(-1);
        assertThat(kernel.descriptorOf(31, thread -> 5_000)).isNull();
    }

    @Test
    void where_there_are_no_tasks_it_is_not_available() {
        assertThat(kernel.available()).isTrue();
        var none = new KernelThreads(tasks.resolve("none").toString());

        assertThat(none.available()).isFalse();
        none.learn(31, thread -> 1);
        assertThat(none.runDelayNanos(31, thread -> 1)).isEqualTo(-1);
    }
}
