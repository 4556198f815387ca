package dev.snag.runtime.starvation;

import static dev.snag.runtime.jvm.Waits.NOBODY;
import static dev.snag.runtime.jvm.Waits.NO_LOCK;
import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads 1 and 2 keep the two carriers. */
class DeadlockTest {

    private static final List<Long> HELD = List.of(1L, 2L);

    static Stream<Arguments> deadlocks() {
        return Stream.of(
                Arguments.of(
                        "the next in line is queued",
                        bothWait().lock(NOBODY, 9, true, 3).unmounted(9, RUNNABLE, 0)),
                Arguments.of(
                        "the owner is queued", bothWait().lock(9, 1, false, 2).unmounted(9, RUNNABLE, NO_LOCK)),
                Arguments.of(
                        "the owner waits for something else and will need a carrier",
                        bothWait().lock(9, 1, false, 2).unmounted(9, TIMED_WAITING, NO_LOCK)),
                Arguments.of(
                        "the owner has ended", bothWait().lock(9, 1, false, 2).platform(9, TERMINATED, NO_LOCK)),
                Arguments.of(
                        "each owns what the other waits for",
                        new Cast()
                                .onCarrier(1, WAITING, 0)
                                .onCarrier(2, BLOCKED, 1)
                                .lock(2, 1, false, 1)
                                .lock(1, NOBODY, false, 1)),
                Arguments.of(
                        "the owner is a platform thread that waits for the other one",
                        new Cast()
                                .onCarrier(1, WAITING, 0)
                                .onCarrier(2, WAITING, 0)
                                .platform(9, WAITING, 1)
                                .lock(9, 1, false, 2)
                                .lock(2, 9, false, 1)),
                Arguments.of(
                        "one waits behind the other, and that one for a queued thread",
                        new Cast()
                                .onCarrier(1, BLOCKED, 0)
                                .onCarrier(2, WAITING, 1)
                                .unmounted(9, RUNNABLE, 1)
                                .lock(2, NOBODY, false, 1)
                                .lock(NOBODY, 9, true, 2)));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(
                        "a platform thread owns the lock and runs",
                        bothWait().lock(9, 1, false, 2).platform(9, RUNNABLE, NO_LOCK)),
                Arguments.of(
                        "a platform thread owns it and waits for something else",
                        bothWait().lock(9, 1, false, 2).platform(9, WAITING, NO_LOCK)),
                Arguments.of(
                        "a platform thread is next in line",
                        bothWait().lock(NOBODY, 9, true, 3).platform(9, RUNNABLE, 0)),
                Arguments.of(
                        "one of them waits for some time only",
                        new Cast()
                                .onCarrier(1, TIMED_WAITING, 0)
                                .onCarrier(2, WAITING, 0)
                                .unmounted(9, RUNNABLE, 0)
                                .lock(NOBODY, 9, true, 3)),
                Arguments.of(
                        "one of them computes",
                        new Cast()
                                .onCarrier(1, RUNNABLE, NO_LOCK)
                                .onCarrier(2, WAITING, 0)
                                .unmounted(9, RUNNABLE, 0)
                                .lock(NOBODY, 9, true, 2)),
                Arguments.of(
                        "what one of them waits for is no lock",
                        new Cast()
                                .onCarrier(1, WAITING, NO_LOCK)
                                .onCarrier(2, WAITING, 0)
                                .unmounted(9, RUNNABLE, 0)
                                .lock(NOBODY, 9, true, 2)),
                Arguments.of(
                        "the owner is not known",
                        bothWait().lock(NOBODY, 9, false, 3).unmounted(9, RUNNABLE, 0)),
                Arguments.of(
                        "the lock is free and one of them is next", bothWait().lock(NOBODY, 1, true, 2)),
                Arguments.of(
                        "nothing is known of one of them",
                        new Cast()
                                .onCarrier(2, WAITING, 0)
                                .unmounted(9, RUNNABLE, 0)
                                .lock(NOBODY, 9, true, 2)));
    }

    private static Cast bothWait() {
        return new Cast().onCarrier(1, WAITING, 0).onCarrier(2, WAITING, 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deadlocks")
    void where_nothing_can_ever_move_it_is_one(String name, Cast cast) {
        assertThat(Deadlock.isOne(cast.waits(), HELD)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void where_something_may_move_it_is_none(String name, Cast cast) {
        assertThat(Deadlock.isOne(cast.waits(), HELD)).isFalse();
    }
}
