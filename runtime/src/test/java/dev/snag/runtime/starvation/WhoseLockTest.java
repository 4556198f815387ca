package dev.snag.runtime.starvation;

import static dev.snag.runtime.jvm.Waits.NOBODY;
import static dev.snag.runtime.jvm.Waits.NO_LOCK;
import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.LockRef;
import dev.snag.findings.ThreadRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoseLockTest {

    private static final List<Long> HELD = List.of(1L, 2L);

    @Test
    void a_lock_without_an_owner_names_the_next_in_line_and_its_state() {
        Cast cast = new Cast()
                .onCarrier(1, WAITING, 0)
                .onCarrier(2, WAITING, 0)
                .unmounted(9, RUNNABLE, 0)
                .lock(NOBODY, 9, true, 3);
        WhoseLock lock = WhoseLock.of(cast.waits(), HELD);
        assertThat(lock.lock()).isEqualTo(new LockRef(Cast.REENTRANT, null, new ThreadRef("t9", 9), "RUNNABLE", 3));
        assertThat(lock.waitsForCarrier()).isTrue();
        assertThat(lock.heldWaiting()).isEqualTo(2);
    }

    @Test
    void a_lock_with_an_owner_names_that_one_and_nobody_who_is_next() {
        Cast cast = new Cast()
                .onCarrier(1, WAITING, 0)
                .onCarrier(2, WAITING, 0)
                .platform(9, TIMED_WAITING, NO_LOCK)
                .lock(9, 1, false, 2);
        WhoseLock lock = WhoseLock.of(cast.waits(), HELD);
        assertThat(lock.lock())
                .isEqualTo(new LockRef(Cast.REENTRANT, new ThreadRef("t9", 9), null, "TIMED_WAITING", 2));
        assertThat(lock.waitsForCarrier()).isFalse();
    }

    @Test
    void a_lock_that_keeps_a_carrier_comes_before_one_that_more_threads_wait_for() {
        Cast cast =
                new Cast().onCarrier(1, WAITING, 1).lock(7, 20, false, 5_000).lock(9, 1, false, 1);
        assertThat(WhoseLock.of(cast.waits(), HELD).lock().waiters()).isEqualTo(1);
    }

    @Test
    void of_two_that_keep_carriers_the_one_with_more_waiters_counts() {
        Cast cast = new Cast()
                .onCarrier(1, WAITING, 0)
                .onCarrier(2, WAITING, 1)
                .lock(7, 1, false, 1)
                .lock(9, 2, false, 4);
        assertThat(WhoseLock.of(cast.waits(), HELD).lock().waiters()).isEqualTo(4);
    }

    @Test
    void a_lock_that_several_parked_threads_wait_for_is_named_although_it_keeps_no_carrier() {
        Cast cast =
                new Cast().unmounted(20, WAITING, 0).unmounted(21, WAITING, 0).lock(9, 20, false, 2);
        assertThat(WhoseLock.of(cast.waits(), HELD).heldWaiting()).isZero();
    }

    @Test
    void a_lock_that_one_parked_thread_waits_for_is_not() {
        Cast cast = new Cast().unmounted(20, WAITING, 0).lock(9, 20, false, 1);
        assertThat(WhoseLock.of(cast.waits(), HELD)).isNull();
    }

    @Test
    void without_any_lock_there_is_none() {
        assertThat(WhoseLock.of(new Cast().waits(), HELD)).isNull();
    }
}
