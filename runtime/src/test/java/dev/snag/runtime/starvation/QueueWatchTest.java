package dev.snag.runtime.starvation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueWatchTest {

    private final QueueWatch watch = new QueueWatch();

    @Test
    void before_any_mount_nothing_stands_still() {
        assertThat(watch.stands(1_000, 50)).isFalse();
    }

    @Test
    void the_queue_is_worth_a_question_once_there_was_no_mount_for_some_time() {
        watch.mounted(100);
        assertThat(watch.stands(149, 50)).isFalse();
        assertThat(watch.stands(150, 50)).isTrue();
    }

    @Test
    void it_stands_since_the_first_poll_that_found_a_queue_and_not_since_the_mount_before() {
        watch.mounted(100);
        watch.polled(150, 3);
        watch.polled(200, 5);
        assertThat(watch.queueing()).isTrue();
        assertThat(watch.since()).isEqualTo(150);
    }

    @Test
    void a_mount_ends_it() {
        watch.mounted(100);
        watch.polled(150, 3);
        assertThat(watch.mounted(180)).isTrue();
        assertThat(watch.queueing()).isFalse();
        watch.polled(250, 2);
        assertThat(watch.since()).isEqualTo(250);
    }

    @Test
    void the_same_mount_seen_again_does_not() {
        watch.mounted(100);
        watch.polled(150, 3);
        assertThat(watch.mounted(100)).isFalse();
        assertThat(watch.queueing()).isTrue();
    }

    @Test
    void a_carrier_that_has_ended_takes_its_mount_along_and_that_is_none() {
        watch.mounted(100);
        watch.polled(150, 3);
        assertThat(watch.mounted(40)).isFalse();
        assertThat(watch.queueing()).isTrue();
        assertThat(watch.lastMount()).isEqualTo(100);
    }

    @Test
    void an_empty_queue_ends_it_and_the_next_one_begins_anew() {
        watch.mounted(100);
        watch.polled(150, 3);
        watch.polled(200, 0);
        assertThat(watch.queueing()).isFalse();
        watch.polled(250, 1);
        assertThat(watch.since()).isEqualTo(250);
    }

    @Test
    void clocks_may_begin_anywhere_and_pass_from_the_greatest_number_to_the_least() {
        watch.mounted(Long.MAX_VALUE - 10);
        assertThat(watch.stands(Long.MIN_VALUE + 50, 50)).isTrue();
        assertThat(watch.mounted(Long.MIN_VALUE + 20)).isTrue();
    }
}
