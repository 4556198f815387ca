package dev.snag.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.options.MemoryLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryWatchTest {

    private static final long MEBI = 1 << 20;

    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private long resident = 10 * MEBI;
    private int reads;

    private MemoryWatch watch(long residentLimit) {
        var limits = new MemoryLimits(residentLimit, MemoryLimits.NONE);
        return new MemoryWatch(
                limits,
                () -> {
                    reads++;
                    return resident;
                },
                () -> {
                    throw new AssertionError("the heap has no limit");
                },
                new MemoryWatch.Voice() {
                    @Override
                    public void note(String line) {
                        notes.add(line);
                    }

                    @Override
                    public void warn(String line) {
                        warnings.add(line);
                    }

                    @Override
                    public void event(Map<String, Object> fields) {
                        events.add(fields);
                    }
                });
    }

    @Test
    void g59_no_limit_means_no_check_and_no_warning() {
        resident = -1;
        MemoryWatch watch = watch(MemoryLimits.NONE);
        watch.call();
        assertThat(reads).isZero();
        assertThat(warnings).isEmpty();
        assertThat(new MemoryLimits(MemoryLimits.NONE, MemoryLimits.NONE).any()).isFalse();
    }

    @Test
    void g60_above_the_limit_and_below_again_are_told_to_people_and_listeners() {
        MemoryWatch watch = watch(20 * MEBI);
        watch.call();
        assertThat(events).isEmpty();
        resident = 30 * MEBI;
        watch.call();
        watch.call();
        resident = 15 * MEBI;
        watch.call();
        assertThat(notes)
                .containsExactly(
                        "memory: resident memory is over max-memory (20.0 MiB): 30.0 MiB",
                        "memory: resident memory is below max-memory (20.0 MiB) again: 15.0 MiB");
        assertThat(events)
                .containsExactly(
                        Map.of("what", "resident memory", "used", 30 * MEBI, "limit", 20 * MEBI, "over", true),
                        Map.of("what", "resident memory", "used", 15 * MEBI, "limit", 20 * MEBI, "over", false));
    }

    @Test
    void g61_memory_that_cannot_be_read_is_warned_of_exactly_once() {
        resident = -1;
        MemoryWatch watch = watch(20 * MEBI);
        watch.call();
        watch.call();
        assertThat(warnings)
                .containsExactly("resident memory cannot be read on this system; max-memory is not checked");
        assertThat(notes).isEmpty();
    }

    @Test
    void the_kernels_figure_is_read_as_it_writes_it() {
        assertThat(ResidentMemory.bytes("Name:\tjava\nVmHWM:\t  99 kB\nVmRSS:\t   2048 kB\nThreads:\t1"))
                .isEqualTo(2 * MEBI);
        assertThat(ResidentMemory.bytes("Name:\tjava")).isEqualTo(-1);
        assertThat(ResidentMemory.bytes("VmRSS:\t many")).isEqualTo(-1);
    }
}
