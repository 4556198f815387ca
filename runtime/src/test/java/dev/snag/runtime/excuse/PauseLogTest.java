package dev.snag.runtime.excuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ExcuseReason;
import dev.snag.runtime.jvm.Pauses;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PauseLogTest {

    private static final long MILLI = 1_000_000;

    private long delay;
    private long stopped;
    private final List<Pauses.Pause> collections = new ArrayList<>();
    private final PauseLog log = new PauseLog(() -> delay, 0);

    PauseLogTest() {
        log.use(new Pauses() {
            @Override
            public long totalMillis() {
                return stopped;
            }

            @Override
            public List<Pause> lastCollections(long now) {
                return collections;
            }
        });
    }

    private static Excuse of(long millis, ExcuseReason reason) {
        return new Excuse(millis * MILLI, reason);
    }

    private Excuse within(long from, long until) {
        return log.within(from * MILLI, until * MILLI);
    }

    @Test
    void a_monitor_that_wakes_in_time_has_noticed_nothing() {
        log.woke(50 * MILLI, 50 * MILLI);
        log.woke(109 * MILLI, 100 * MILLI);

        assertThat(within(0, 109)).isEqualTo(Excuse.NONE);
    }

    @Test
    void one_that_wakes_late_was_stopped_with_the_process() {
        log.woke(400 * MILLI, 100 * MILLI);

        assertThat(within(0, 400)).isEqualTo(of(300, ExcuseReason.PROCESS_STOPPED));
        assertThat(within(0, 90)).isEqualTo(Excuse.NONE);
        assertThat(within(0, 150)).isEqualTo(of(50, ExcuseReason.PROCESS_STOPPED));
    }

    @Test
    void one_that_waited_for_a_processor_was_not_stopped() {
        delay = 295 * MILLI;
        log.woke(400 * MILLI, 100 * MILLI);

        assertThat(within(0, 400)).isEqualTo(Excuse.NONE);
    }

    @Test
    void a_collection_is_excused_where_it_was() {
        stopped = 80;
        collections.add(new Pauses.Pause(10 * MILLI, 90 * MILLI));
        log.woke(100 * MILLI, 100 * MILLI);

        assertThat(within(0, 100)).isEqualTo(of(80, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(0, 50)).isEqualTo(of(40, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(90, 100)).isEqualTo(Excuse.NONE);
    }

    @Test
    void a_pause_that_made_the_monitor_late_counts_once() {
        stopped = 300;
        log.woke(400 * MILLI, 100 * MILLI);

        assertThat(within(0, 400)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void pauses_of_less_than_two_milliseconds_are_none() {
        stopped = 1;
        log.woke(100 * MILLI, 100 * MILLI);

        assertThat(within(0, 100)).isEqualTo(Excuse.NONE);
    }

    @Test
    void a_pause_in_the_midst_of_a_wait_does_not_prolong_it() {
        stopped = 40;
        collections.add(new Pauses.Pause(50 * MILLI, 90 * MILLI));
        log.woke(200 * MILLI, 200 * MILLI);

        assertThat(log.atTheEndsOf(0, 200 * MILLI)).isEqualTo(Excuse.NONE);
        assertThat(log.atTheEndsOf(60 * MILLI, 200 * MILLI)).isEqualTo(of(30, ExcuseReason.STOP_THE_WORLD));
    }
}
