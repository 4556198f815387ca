package dev.snag.runtime.excuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ExcuseReason;
import dev.snag.runtime.jvm.Pauses;
import org.junit.jupiter.api.Test;

class PauseLogTest {

    private static final long MILLI = 1_000_000;

    private long delay;
    private long stopped;
    /** When the total was read; long ago, so that what the log was told counts. */
    private long totalAt;

    private long cpu;
    private long collections;
    private long collected;
    private Pauses.Pause last;
    private final PauseLog log = new PauseLog(() -> delay, 0);
    private final Pauses vm = new Pauses() {
        @Override
        public Total total() {
            return new Total(stopped, totalAt);
        }

        @Override
        public int collectors() {
            return 1;
        }

        @Override
        public Collected collected(int collector) {
            return new Collected(collections, collected);
        }

        @Override
        public Pause collection(int collector, long count) {
            return count == collections ? last : null;
        }

        @Override
        public long processCpuNanos() {
            return cpu;
        }
    };

    PauseLogTest() {
        log.use(vm);
        log.woke(0, 0);
    }

    /** The VM adds it up later, as it does. */
    private void collection(long from, long until) {
        collections++;
        collected += until - from;
        last = new Pauses.Pause(from * MILLI, until * MILLI);
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
        delay += 20 * MILLI;
        log.refresh(700 * MILLI);

        assertThat(log.monitorWithoutProcessor(0, 50 * MILLI)).isEqualTo(Excuse.NONE);
        assertThat(log.monitorWithoutProcessor(60 * MILLI, 440 * MILLI)).isEqualTo(of(295, ExcuseReason.NO_CPU));
        assertThat(log.monitorWithoutProcessor(400 * MILLI, 440 * MILLI)).isEqualTo(Excuse.NONE);
        assertThat(log.monitorWithoutProcessor(450 * MILLI, 800 * MILLI)).isEqualTo(of(20, ExcuseReason.NO_CPU));
    }

    @Test
    void of_a_look_that_wanted_a_processor_all_the_time_counts_in_which_it_waited_for_others() {
        log.lookBegins(450 * MILLI);
        delay = 200 * MILLI;
        log.refresh(1_450 * MILLI);

        assertThat(log.monitorWithoutProcessor(0, 2_000 * MILLI)).isEqualTo(of(1_000, ExcuseReason.NO_CPU));
        assertThat(log.monitorWithoutProcessor(500 * MILLI, 800 * MILLI)).isEqualTo(of(300, ExcuseReason.NO_CPU));
    }

    @Test
    void a_collection_is_excused_where_it_was() {
        stopped = 80;
        collection(10, 90);
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
        collection(50, 90);
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
    void a_pause_that_is_added_up_late_was_at_least_as_long_ago_as_it_is_long() {
        log.woke(900 * MILLI, 900 * MILLI);
        log.woke(920 * MILLI, 920 * MILLI);
        stopped = 500;
        log.woke(940 * MILLI, 940 * MILLI);

        assertThat(within(400, 930)).isEqualTo(of(490, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void a_collection_is_known_before_the_vm_adds_it_up_and_counts_once() {
        log.woke(50 * MILLI, 50 * MILLI);
        collection(60, 360);
        log.woke(361 * MILLI, 100 * MILLI);
        assertThat(within(0, 361)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
        stopped = 301;
        log.woke(411 * MILLI, 411 * MILLI);

        assertThat(within(0, 411)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void what_the_vm_stopped_beside_its_collections_is_somewhere_since_the_look_before() {
        collection(10, 90);
        stopped = 80;
        log.woke(100 * MILLI, 100 * MILLI);
        stopped = 110;
        log.woke(150 * MILLI, 150 * MILLI);

        assertThat(within(0, 95)).isEqualTo(of(110, ExcuseReason.STOP_THE_WORLD).atMost(95 * MILLI));
        assertThat(within(100, 150)).isEqualTo(of(30, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void a_stop_of_the_process_is_not_taken_back_for_a_collection_after_it() {
        log.woke(50 * MILLI, 50 * MILLI);
        log.woke(400 * MILLI, 100 * MILLI);
        collection(401, 701);
        log.refresh(702 * MILLI);

        assertThat(within(50, 400)).isEqualTo(of(300, ExcuseReason.PROCESS_STOPPED));
        assertThat(within(400, 702)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void collections_in_a_row_are_excused_where_they_were_however_late_the_vm_adds_them_up() {
        log.woke(50 * MILLI, 50 * MILLI);
        collection(60, 360);
        log.lookBegins(51 * MILLI);
        log.refresh(361 * MILLI);
        stopped = 305;
        collection(370, 670);
        log.woke(671 * MILLI, 411 * MILLI);
        stopped = 610;
        log.woke(721 * MILLI, 721 * MILLI);

        assertThat(within(60, 360)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(370, 670))
                .isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD)
                        .and(of(10, ExcuseReason.STOP_THE_WORLD))
                        .atMost(300 * MILLI));
    }

    /** As where the program asks for one after the other, and the monitor is given no processor between them. */
    @Test
    void one_that_was_over_before_the_next_began_and_that_nobody_saw_lies_before_it() {
        log.woke(50 * MILLI, 50 * MILLI);
        collection(60, 360);
        collection(365, 665);
        stopped = 305;
        log.woke(667 * MILLI, 100 * MILLI);

        assertThat(within(58, 362)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(366, 700)).isEqualTo(of(299, ExcuseReason.STOP_THE_WORLD));
        stopped = 610;
        log.woke(720 * MILLI, 720 * MILLI);

        assertThat(within(58, 362).nanos()).isBetween(300 * MILLI, 304 * MILLI);
    }

    @Test
    void one_that_begins_between_the_two_readings_takes_nothing_from_the_one_before() {
        log.woke(50 * MILLI, 50 * MILLI);
        collection(60, 360);
        stopped = 300;
        collection(405, 705);
        cpu = 600 * MILLI;
        log.refresh(402 * MILLI);

        assertThat(within(55, 402)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(405, 705)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
        stopped = 600;
        log.refresh(707 * MILLI);

        assertThat(within(55, 402)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
        assertThat(within(405, 705)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void many_short_ones_are_no_pause() {
        for (int look = 1; look <= 20; look++) {
            collection(look * 50 - 20, look * 50 - 19);
            stopped++;
            log.woke(look * 50 * MILLI, look * 50 * MILLI);
        }
        collection(1010, 1030);
        log.woke(1050 * MILLI, 1050 * MILLI);

        assertThat(within(0, 1000)).isEqualTo(Excuse.NONE);
        assertThat(within(1000, 1050)).isEqualTo(of(20, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void a_pause_between_the_clock_and_the_total_is_in_the_total() {
        log.woke(50 * MILLI, 50 * MILLI);
        stopped = 300;
        totalAt = 452 * MILLI;
        log.refresh(140 * MILLI);

        assertThat(within(140, 460)).isEqualTo(of(300, ExcuseReason.STOP_THE_WORLD));
    }

    @Test
    void what_was_before_the_vm_is_asked_for_the_first_time_is_none_of_ours() {
        var late = new PauseLog(() -> delay, 0);
        late.woke(500 * MILLI, 500 * MILLI);
        collection(100, 200);
        stopped = 105;
        late.use(vm);
        late.woke(550 * MILLI, 550 * MILLI);

        assertThat(late.within(0, 550 * MILLI)).isEqualTo(Excuse.NONE);
    }
}
