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
    /** When the total was read; long ago, so that what the log was told counts. */
    private long totalAt;

    private long cpu;
    private final List<Pauses.Pause> collections = new ArrayList<>();
    private final PauseLog log = new PauseLog(() -> delay, 0);

    PauseLogTest() {
        log.use(new Pauses() {
            @Override
            public Total total() {
                return new Total(stopped, totalAt);
            }

            @Override
            public List<Pause> lastCollections() {
                return collections;
            }

            @Override
            public long processCpuNanos() {
                return cpu;
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
    void and_that_is_known_of_the_time_in_which_it_could_not_look() {
        log.woke(50 * MILLI, 50 * MILLI);
        delay = 295 * MILLI;
        log.woke(400 * MILLI, 100 * MILLI);
        log.lookBegins(450 * MILLI);
        delay += 200 * MILLI;
        log.refresh(700 * MILLI);

        assertThat(log.monitorWithoutProcessor(0, 50 * MILLI)).isEqualTo(Excuse.NONE);
        assertThat(log.monitorWithoutProcessor(60 * MILLI, 440 * MILLI)).isEqualTo(of(295, ExcuseReason.NO_CPU));
        assertThat(log.monitorWithoutProcessor(400 * MILLI, 440 * MILLI)).isEqualTo(Excuse.NONE);
        assertThat(log.monitorWithoutProcessor(450 * MILLI, 800 * MILLI)).isEqualTo(of(200, ExcuseReason.NO_CPU));
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

    @Test
    void one_that_stood_still_in_the_midst_of_its_look_while_nobody_ran_was_stopped_with_the_process() {
        log.lookBegins(100 * MILLI);
        log.refresh(400 * MILLI);

        assertThat(within(0, 400)).isEqualTo(of(290, ExcuseReason.PROCESS_STOPPED));
        assertThat(within(0, 100)).isEqualTo(Excuse.NONE);
    }

    @Test
    void a_look_that_takes_its_time_while_others_run_is_no_stop() {
        log.lookBegins(100 * MILLI);
        cpu = 290 * MILLI;
        log.refresh(400 * MILLI);

        assertThat(within(0, 400)).isEqualTo(Excuse.NONE);
    }

    @Test
    void a_look_that_takes_its_time_for_want_of_a_processor_is_no_stop() {
        log.lookBegins(100 * MILLI);
        delay = 290 * MILLI;
        log.refresh(400 * MILLI);

        assertThat(within(0, 400)).isEqualTo(Excuse.NONE);
    }

    @Test
    void a_pause_of_the_vm_within_a_look_counts_once() {
        log.lookBegins(100 * MILLI);
        stopped = 295;
        log.refresh(400 * MILLI);
        log.refresh(401 * MILLI);

        assertThat(within(0, 400)).isEqualTo(of(295, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void what_it_sleeps_between_its_looks_is_no_stop() {
        log.lookBegins(0);
        log.refresh(1 * MILLI);
        log.lookBegins(50 * MILLI);
        log.refresh(51 * MILLI);

        assertThat(within(0, 60)).isEqualTo(Excuse.NONE);
    }

    @Test
    void a_pause_that_the_vm_adds_up_only_after_the_monitor_has_gone_on_counts_once_and_where_it_was() {
        log.woke(50 * MILLI, 50 * MILLI);
        log.woke(400 * MILLI, 100 * MILLI);
        assertThat(within(100, 400)).isEqualTo(of(300, ExcuseReason.PROCESS_STOPPED));
        stopped = 300;
        log.woke(450 * MILLI, 450 * MILLI);

        assertThat(within(100, 400)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(0, 450)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void a_collection_that_was_noted_is_not_noted_again_with_the_next_pause() {
        stopped = 80;
        collections.add(new Pauses.Pause(10 * MILLI, 90 * MILLI));
        log.woke(100 * MILLI, 100 * MILLI);
        stopped = 110;
        log.woke(150 * MILLI, 150 * MILLI);

        assertThat(within(0, 95)).isEqualTo(of(110, ExcuseReason.STOP_THE_WORLD).atMost(95 * MILLI));
        assertThat(within(100, 150)).isEqualTo(of(30, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void a_collection_that_the_vm_adds_up_only_with_the_next_one_is_excused_where_it_was() {
        log.woke(50 * MILLI, 50 * MILLI);
        collections.add(new Pauses.Pause(60 * MILLI, 360 * MILLI));
        log.lookBegins(51 * MILLI);
        log.refresh(361 * MILLI);
        stopped = 300;
        collections.set(0, new Pauses.Pause(370 * MILLI, 670 * MILLI));
        log.woke(671 * MILLI, 411 * MILLI);
        stopped = 600;
        log.woke(721 * MILLI, 721 * MILLI);

        assertThat(within(50, 365)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(50, 700)).isEqualTo(of(600, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void a_collection_that_begins_while_the_log_reads_takes_nothing_from_the_one_before() {
        log.woke(50 * MILLI, 50 * MILLI);
        stopped = 300;
        cpu = 300 * MILLI;
        collections.add(new Pauses.Pause(405 * MILLI, 705 * MILLI));
        log.refresh(402 * MILLI);

        assertThat(within(60, 402)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(405, 705)).isEqualTo(Excuse.NONE);
        stopped = 600;
        cpu = 600 * MILLI;
        log.refresh(707 * MILLI);

        assertThat(within(60, 402)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(405, 705)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
    }

    /** A safepoint takes a little longer than the collection in it. */
    @Test
    void what_is_left_of_one_collection_is_no_part_of_the_next_which_is_not_added_up_yet() {
        log.woke(50 * MILLI, 50 * MILLI);
        collections.add(new Pauses.Pause(60 * MILLI, 1060 * MILLI));
        log.woke(1063 * MILLI, 100 * MILLI);
        stopped = 1005;
        collections.set(0, new Pauses.Pause(1070 * MILLI, 2070 * MILLI));
        log.refresh(2073 * MILLI);
        stopped = 2010;
        log.refresh(2080 * MILLI);

        assertThat(within(0, 1063)).isEqualTo(of(1005, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(1065, 2072).nanos()).isGreaterThanOrEqualTo(1000 * MILLI);
    }

    @Test
    void a_pause_that_is_added_up_late_was_at_least_as_long_ago_as_it_is_long() {
        log.woke(900 * MILLI, 900 * MILLI);
        log.woke(920 * MILLI, 920 * MILLI);
        stopped = 500;
        log.woke(940 * MILLI, 940 * MILLI);

        assertThat(within(400, 930)).isEqualTo(of(490, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void a_pause_between_the_clock_and_the_total_is_in_the_total() {
        log.woke(50 * MILLI, 50 * MILLI);
        stopped = 300;
        totalAt = 452 * MILLI;
        collections.add(new Pauses.Pause(150 * MILLI, 450 * MILLI));
        log.refresh(140 * MILLI);

        assertThat(within(140, 460)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
    }
}
