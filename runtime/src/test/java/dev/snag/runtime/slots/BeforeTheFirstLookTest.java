package dev.snag.runtime.slots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeforeTheFirstLookTest {

    private static final long MILLI = 1_000_000;
    private static final long T = 100 * MILLI;

    private final CarrierSlots slots = HandBridge.empty();
    private final HandBridge.Slot carrier = new HandBridge.Slot(Thread.currentThread());

    @Test
    void nothing_was_held_where_nothing_was_mounted() {
        assertThat(slots.mayHaveHeld(T, 0)).isFalse();
    }

    @Test
    void the_longest_mount_that_has_ended_counts_whatever_came_after_it() {
        mountFor(0, 99 * MILLI);
        assertThat(slots.mayHaveHeld(T, 200 * MILLI)).isFalse();

        mountFor(200 * MILLI, 100 * MILLI);
        mountFor(400 * MILLI, MILLI);
        assertThat(slots.mayHaveHeld(T, 500 * MILLI)).isTrue();
    }

    @Test
    void the_present_mount_counts_as_long_as_it_has_lasted_until_now() {
        mountFor(0, MILLI);
        carrier.mount(2, 10 * MILLI);

        assertThat(slots.mayHaveHeld(T, 109 * MILLI)).isFalse();
        assertThat(slots.mayHaveHeld(T, 110 * MILLI)).isTrue();
    }

    @Test
    void a_note_that_is_not_there_may_be_the_one_that_is_being_written() {
        carrier.mount(1, 0);
        carrier.unmountWithoutNote();

        assertThat(slots.mayHaveHeld(T, MILLI)).isTrue();
    }

    @Test
    void every_carrier_counts() {
        mountFor(0, MILLI);
        var other = new HandBridge.Slot(new Thread());
        other.mount(2, 0);

        assertThat(slots.mayHaveHeld(T, T)).isTrue();
    }

    private void mountFor(long begin, long nanos) {
        carrier.mount(1, begin);
        carrier.unmount(begin + nanos);
    }
}
