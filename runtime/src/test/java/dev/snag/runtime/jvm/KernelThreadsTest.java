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
    private long now = 1_000 * MILLI;

    @BeforeEach
    void open() {
        kernel = new KernelThreads(tasks.toString(), tasks.resolve("self").toString(), () -> now);
    }

    private void task(String tid, String schedstat) throws IOException {
        Path folder = Files.createDirectories(tasks.resolve(tid));
        Files.writeString(folder.resolve("schedstat"), schedstat + "\n");
    }

    private void stat(String tid, String state, long startTicks) throws IOException {
        Path folder = Files.createDirectories(tasks.resolve(tid));
        Files.writeString(
                folder.resolve("stat"),
                tid + " (a) name (R) " + state + " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 " + startTicks
                        + " 20 21\n");
    }

    private RunDelay runDelay(long id) {
        return kernel.runDelay(id, thread -> cpu.getOrDefault(thread, -1L));
    }

    private long delayOf(long id) {
        return runDelay(id).nanos();
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
    void while_it_runs_it_may_lag_by_a_tick_and_no_more() throws IOException {
        task("100", "5000 77 3");
        cpu.put(31L, 5_000L);
        learn(31);

        long[] running = {5_000L + 9 * MILLI};
        assertThat(kernel.runDelay(31, thread -> running[0]++).nanos()).isEqualTo(77);
        running[0] = 5_000L + 11 * MILLI;
        assertThat(kernel.runDelay(31, thread -> running[0]++).nanos()).isEqualTo(-1);
    }

    @Test
    void one_that_does_not_run_and_has_another_processor_time_was_another_thread_and_is_looked_for_anew()
            throws IOException {
        task("100", "5000 77 3");
        cpu.put(31L, 5_000L);
        learn(31);
        assertThat(delayOf(31)).isEqualTo(77);
        task("101", "6000 88 3");
        cpu.put(31L, 6_000L);

        assertThat(delayOf(31)).isEqualTo(-1);
        cpu.put(31L, 5_000L);
        assertThat(delayOf(31))
                .as("it is not taken for that one again by itself")
                .isEqualTo(-1);
        cpu.put(31L, 6_000L);
        learn(31);
        assertThat(delayOf(31)).isEqualTo(88);
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
        var none = new KernelThreads(tasks.resolve("none").toString(), "none", () -> now);

        assertThat(none.available()).isFalse();
        none.learn(31, thread -> 1);
        assertThat(none.runDelay(31, thread -> 1)).isEqualTo(RunDelay.UNKNOWN);
    }

    @Test
    void a_wait_that_lasts_counts_from_when_it_was_first_seen() throws IOException {
        task("100", "5000 77 3");
        stat("100", "R", 0);
        cpu.put(31L, 5_000L);
        learn(31);
        assertThat(runDelay(31).present()).isZero();
        assertThat(runDelay(31).runnable()).isTrue();

        now += 60 * MILLI;
        assertThat(delayOf(31)).isEqualTo(77 + 60 * MILLI);

        task("100", "6000 7700 4");
        cpu.put(31L, 6_000L);
        assertThat(delayOf(31)).as("it ran, and waits anew").isEqualTo(7_700);
    }

    @Test
    void what_sleeps_does_not_wait_for_a_processor() throws IOException {
        task("100", "5000 77 3");
        stat("100", "S", 0);
        cpu.put(31L, 5_000L);
        learn(31);
        runDelay(31);

        now += 60 * MILLI;
        assertThat(delayOf(31)).isEqualTo(77);
        assertThat(runDelay(31).runnable()).isFalse();
    }

    @Test
    void what_slept_meanwhile_waits_only_since_it_was_seen_to_wait() throws IOException {
        task("100", "5000 77 3");
        stat("100", "R", 0);
        cpu.put(31L, 5_000L);
        learn(31);
        runDelay(31);
        stat("100", "S", 0);
        now += 60 * MILLI;
        runDelay(31);
        stat("100", "R", 0);
        now += 60 * MILLI;
        assertThat(delayOf(31)).isEqualTo(77);

        now += 5 * MILLI;
        assertThat(delayOf(31)).isEqualTo(77 + 5 * MILLI);
    }

    @Test
    void what_runs_does_not_wait() throws IOException {
        task("100", "5000 77 3");
        stat("100", "R", 0);
        cpu.put(31L, 5_000L);
        learn(31);
        long[] running = {5_000};

        kernel.runDelay(31, thread -> running[0]++);
        now += 60 * MILLI;

        assertThat(kernel.runDelay(31, thread -> running[0]++))
                .isEqualTo(new RunDelay(77, 0, true, runDelay(31).began()));
    }

    @Test
    void a_thread_began_as_much_later_than_the_one_that_is_dated_as_its_ticks_say() throws IOException {
        task("100", "5000 77 3");
        stat("100", "S", 1_020);
        stat("self", "R", 1_000);
        cpu.put(31L, 5_000L);
        kernel.dateBySelf(400 * MILLI);
        learn(31);

        assertThat(runDelay(31).began()).as("less a tick, as both are cut").isEqualTo(590 * MILLI);
    }

    @Test
    void a_thread_that_cannot_be_dated_is_as_old_as_you_like() throws IOException {
        task("100", "5000 77 3");
        cpu.put(31L, 5_000L);
        learn(31);

        assertThat(now - runDelay(31).began()).isGreaterThan(365L * 86_400_000 * MILLI);
    }
}
