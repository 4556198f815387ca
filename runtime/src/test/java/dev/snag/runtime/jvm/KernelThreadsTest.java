package dev.snag.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a folder of tasks that the test writes. */
class KernelThreadsTest {

    private static final long MILLI = 1_000_000;

    @TempDir
    private Path tasks;

    private long cpu = 5_000;
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

    private void oneThatBeganTwentyTicksAfterUs() throws IOException {
        task("100", "5000 77 3");
        stat("100", "S", 1_020);
        stat("self", "R", 1_000);
        kernel.dateBySelf(400 * MILLI);
    }

    private RunDelay runDelay(long task) {
        return kernel.runDelay(task, () -> cpu);
    }

    private long delayOf(long task) {
        return runDelay(task).nanos();
    }

    @Test
    void a_threads_wait_is_read_from_its_own_folder() throws IOException {
        task("100", "5000 77 3");
        task("101", "6000 88 3");

        assertThat(delayOf(100)).isEqualTo(77);
        assertThat(delayOf(101)).isEqualTo(88);
    }

    @Test
    void of_one_whose_name_is_not_known_nothing_is_told() throws IOException {
        task("0", "5000 77 3");

        assertThat(runDelay(0)).isEqualTo(RunDelay.UNKNOWN);
        assertThat(kernel.descriptorOf(0)).isNull();
    }

    @Test
    void files_of_another_form_or_gone_tell_nothing() throws IOException {
        task("100", "5000");
        task("101", "what?");
        Files.createDirectories(tasks.resolve("102"));

        for (long task = 100; task < 104; task++) {
            assertThat(delayOf(task)).isEqualTo(-1);
            assertThat(kernel.descriptorOf(task)).isNull();
        }
    }

    @Test
    void where_there_are_no_tasks_it_is_not_available() {
        assertThat(kernel.available()).isTrue();
        var none = new KernelThreads(tasks.resolve("none").toString(), "none", () -> now);

        assertThat(none.available()).isFalse();
        assertThat(none.runDelay(31, () -> 1)).isEqualTo(RunDelay.UNKNOWN);
    }

    @Test
    void a_wait_that_lasts_counts_from_when_it_was_first_seen() throws IOException {
        task("100", "5000 77 3");
        stat("100", "R", 0);
        assertThat(runDelay(100).present()).isZero();
        assertThat(runDelay(100).runnable()).isTrue();

        now += 60 * MILLI;
        assertThat(delayOf(100)).isEqualTo(77 + 60 * MILLI);

        task("100", "6000 7700 4");
        cpu = 6_000;
        assertThat(delayOf(100)).as("it ran, and waits anew").isEqualTo(7_700);
    }

    @Test
    void what_sleeps_does_not_wait_for_a_processor() throws IOException {
        task("100", "5000 77 3");
        stat("100", "S", 0);
        runDelay(100);

        now += 60 * MILLI;
        assertThat(delayOf(100)).isEqualTo(77);
        assertThat(runDelay(100).runnable()).isFalse();
    }

    @Test
    void what_slept_meanwhile_waits_only_since_it_was_seen_to_wait() throws IOException {
        task("100", "5000 77 3");
        stat("100", "R", 0);
        runDelay(100);
        stat("100", "S", 0);
        now += 60 * MILLI;
        runDelay(100);
        stat("100", "R", 0);
        now += 60 * MILLI;
        assertThat(delayOf(100)).isEqualTo(77);

        now += 5 * MILLI;
        assertThat(delayOf(100)).isEqualTo(77 + 5 * MILLI);
    }

    @Test
    void what_runs_does_not_wait() throws IOException {
        task("100", "5000 77 3");
        stat("100", "R", 0);
        long[] running = {5_000};

        kernel.runDelay(100, () -> running[0]++);
        now += 60 * MILLI;

        assertThat(kernel.runDelay(100, () -> running[0]++))
                .isEqualTo(new RunDelay(77, 0, true, runDelay(100).began()));
    }

    @Test
    void a_thread_began_as_much_later_than_the_one_that_is_dated_as_its_ticks_say() throws IOException {
        oneThatBeganTwentyTicksAfterUs();

        assertThat(runDelay(100).began()).as("less a tick, as both are cut").isEqualTo(590 * MILLI);
    }

    @Test
    void another_thread_that_is_called_the_same_has_a_beginning_of_its_own() throws IOException {
        oneThatBeganTwentyTicksAfterUs();
        runDelay(100);
        kernel.forget(100);
        stat("100", "S", 1_050);

        assertThat(runDelay(100).began()).isEqualTo(890 * MILLI);
    }

    @Test
    void a_thread_that_cannot_be_dated_is_as_old_as_you_like() throws IOException {
        task("100", "5000 77 3");

        assertThat(now - runDelay(100).began()).isGreaterThan(365L * 86_400_000 * MILLI);
    }
}
