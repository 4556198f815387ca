package dev.snag.runtime.starvation;

import static dev.snag.runtime.jvm.Waits.NOBODY;
import static dev.snag.runtime.jvm.Waits.NO_LOCK;
import static dev.snag.runtime.starvation.Carriers.MILLI;
import static dev.snag.runtime.starvation.Carriers.computes;
import static dev.snag.runtime.starvation.Carriers.pinned;
import static dev.snag.runtime.starvation.Carriers.pinnedByMonitor;
import static dev.snag.runtime.starvation.Carriers.reads;
import static dev.snag.runtime.starvation.Carriers.withNothingMounted;
import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Carriers 1 and 2 are held by threads 101 and 102. */
class OutageWordsTest {

    private static final List<Held> PINNED = List.of(pinned(1), pinned(2));

    private static Cast bothWait() {
        return new Cast().onCarrier(101, WAITING, 0).onCarrier(102, WAITING, 0);
    }

    private static OutageWords words(List<Held> held, Cast cast, long freeMillis, boolean deadlock) {
        List<Long> ids = held.stream().map(Held::id).toList();
        WhoseLock lock = cast == null ? null : WhoseLock.of(cast.waits(), ids);
        return new OutageWords(21, held, lock, freeMillis * MILLI, deadlock);
    }

    @Test
    void a_lock_without_an_owner_whose_next_in_line_has_no_carrier() {
        Cast cast = bothWait().unmounted(123, RUNNABLE, 0).lock(NOBODY, 123, true, 3);
        assertThat(words(PINNED, cast, 2_150, true).why())
                .isEqualTo(
                        "All 2 carriers are held (2 x PINNED); 3 threads wait for one"
                                + " java.util.concurrent.locks.ReentrantLock, which no thread owns for at least 2.1 s: next in line"
                                + " is virtual thread \"t123\" #123, which is runnable and cannot be mounted, because all 2 carriers"
                                + " are kept by threads that wait behind it. Nothing of this can ever move again: it is a deadlock.");
    }

    @Test
    void seen_once_it_is_not_said_for_how_long_it_is_free() {
        Cast cast = bothWait().unmounted(123, RUNNABLE, 0).lock(NOBODY, 123, true, 3);
        assertThat(words(PINNED, cast, 0, false).why())
                .contains("which no thread owns: next in line")
                .doesNotContain("deadlock");
    }

    @Test
    void one_carrier_is_not_all_of_them() {
        Cast cast =
                new Cast().onCarrier(101, WAITING, 0).unmounted(9, RUNNABLE, 0).lock(NOBODY, 9, true, 2);
        assertThat(words(List.of(pinned(1)), cast, 0, false).why())
                .startsWith("The only carrier is held (1 x PINNED); 2 threads wait")
                .endsWith("because the only carrier is kept by a thread that waits behind it.");
    }

    @Test
    void where_not_all_carriers_wait_for_it_they_are_said_to_be_held() {
        Cast cast =
                new Cast().onCarrier(101, WAITING, 0).unmounted(9, RUNNABLE, 0).lock(NOBODY, 9, true, 2);
        assertThat(words(List.of(pinned(1), reads(2)), cast, 0, false).why())
                .startsWith("All 2 carriers are held (1 x PINNED, 1 x BLOCKING_CALL); 2 threads wait")
                .endsWith("because all 2 carriers are held.");
    }

    @Test
    void an_owner_is_named_with_what_it_does() {
        assertThat(words(PINNED, bothWait().lock(9, 101, false, 2).unmounted(9, RUNNABLE, NO_LOCK), 0, false)
                        .why())
                .contains(
                        "which virtual thread \"t9\" #9 owns, and that one is runnable and cannot be mounted, because");
        assertThat(words(PINNED, bothWait().lock(9, 101, false, 2).unmounted(9, WAITING, NO_LOCK), 0, false)
                        .why())
                .contains("and that one waits unmounted and could not be mounted if it were woken");
        assertThat(words(PINNED, bothWait().lock(9, 101, false, 2).platform(9, WAITING, NO_LOCK), 0, false)
                        .why())
                .contains("which platform thread \"t9\" #9 owns, and that one is WAITING.");
        assertThat(words(PINNED, bothWait().lock(9, 101, false, 2).platform(9, TERMINATED, NO_LOCK), 0, false)
                        .why())
                .contains("and that one has ended without letting go of it.");
        assertThat(words(PINNED, bothWait().lock(102, 101, false, 1), 0, false).why())
                .contains("1 thread waits for one")
                .contains(
                        "which virtual thread \"t102\" #102 owns, and that one is held on a carrier itself (WAITING).");
    }

    @Test
    void an_owner_that_cannot_be_told_is_said_to_be_unknown() {
        assertThat(words(PINNED, bothWait().lock(NOBODY, 101, false, 2), 0, false)
                        .why())
                .endsWith("ReentrantLock, whose owner is not known.");
    }

    @Test
    void without_a_lock_it_says_what_holds_the_carriers() {
        assertThat(words(List.of(computes(1), computes(2)), null, 0, false).why())
                .isEqualTo("All 2 carriers are held (2 x CPU).");
        assertThat(words(List.of(pinned(1), withNothingMounted(2)), null, 0, false)
                        .why())
                .isEqualTo("All 2 carriers are held (2 x PINNED), 1 of them with no virtual thread mounted.");
        assertThat(words(List.of(withNothingMounted(1), withNothingMounted(2)), null, 0, false)
                        .why())
                .isEqualTo("All 2 carriers are held (2 x PINNED), with no virtual thread mounted.");
    }

    @Test
    void the_advice_is_about_what_keeps_the_carriers() {
        Cast cast = bothWait().unmounted(123, RUNNABLE, 0).lock(NOBODY, 123, true, 3);
        List<Held> byMonitor = List.of(pinnedByMonitor(1, "com.acme.Span"), pinnedByMonitor(2, "com.acme.Span"));
        assertThat(words(byMonitor, cast, 0, true).advice())
                .contains("synchronized", "JEP 491")
                .endsWith("This JVM has to be restarted.");
        assertThat(words(PINNED, cast, 0, false).advice())
                .contains("class initializer")
                .doesNotContain("restarted", "synchronized");
        assertThat(words(List.of(computes(1)), null, 0, false).advice()).contains("pool of platform threads");
        assertThat(words(List.of(withNothingMounted(1)), null, 0, false).advice())
                .contains("outside of any virtual thread");
        assertThat(words(PINNED, null, 0, false).advice()).contains("a finding of its own");
    }
}
