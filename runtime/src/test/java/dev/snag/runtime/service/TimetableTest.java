package dev.snag.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TimetableTest {

    private static final long MILLI = 1_000_000;

    private final Timetable timetable = new Timetable();
    private final Callable<String> one = new Nothing();
    private final Callable<String> other = new Nothing();

    private static final class Nothing implements Callable<String> {
        @Override
        public String call() {
            return null;
        }
    }

    @Test
    void g48_with_nothing_to_call_it_sleeps_the_idle_time() {
        assertThat(timetable.nanosUntilNext(0)).isEqualTo(Timetable.IDLE_NANOS);
        timetable.put(one, MILLI, 0);
        timetable.remove(one);
        assertThat(timetable.nanosUntilNext(0)).isEqualTo(Timetable.IDLE_NANOS);
    }

    @Test
    void g48_it_sleeps_until_the_first_is_due_and_never_below_5_ms() {
        timetable.put(one, 300 * MILLI, 0);
        timetable.put(other, 200 * MILLI, 0);
        assertThat(timetable.nanosUntilNext(0)).isEqualTo(200 * MILLI);
        assertThat(timetable.nanosUntilNext(150 * MILLI)).isEqualTo(50 * MILLI);
        assertThat(timetable.nanosUntilNext(199 * MILLI)).isEqualTo(5 * MILLI);
        timetable.put(other, 1, 0);
        assertThat(timetable.nanosUntilNext(0)).isEqualTo(5 * MILLI);
    }

    @Test
    void g47_each_is_called_at_its_own_period() {
        timetable.put(one, 100 * MILLI, 0);
        timetable.put(other, 250 * MILLI, 0);
        assertThat(timetable.takeDue(99 * MILLI)).isEmpty();
        assertThat(timetable.takeDue(100 * MILLI)).containsExactly(one);
        assertThat(timetable.takeDue(199 * MILLI)).isEmpty();
        assertThat(timetable.takeDue(260 * MILLI)).containsExactly(one, other);
        assertThat(timetable.takeDue(260 * MILLI)).isEmpty();
    }

    @Test
    void g46_the_same_function_again_changes_its_period() {
        timetable.put(one, 100 * MILLI, 0);
        timetable.put(one, 10 * MILLI, 0);
        assertThat(timetable.size()).isEqualTo(1);
        assertThat(timetable.takeDue(10 * MILLI)).containsExactly(one);
        timetable.remove(one);
        assertThat(timetable.size()).isZero();
    }

    @Test
    @Timeout(30)
    void g55_a_function_that_nobody_else_keeps_is_let_go() throws InterruptedException {
        timetable.put(one, MILLI, 0);
        var gone = new WeakReference<Callable<String>>(putOneThatIsLost());
        while (gone.get() != null) {
            System.gc();
            Thread.sleep(5);
        }
        assertThat(timetable.size()).isEqualTo(1);
        assertThat(timetable.takeDue(MILLI)).containsExactly(one);
    }

    private Callable<String> putOneThatIsLost() {
        var lost = new Nothing();
        timetable.put(lost, MILLI, 0);
        return lost;
    }
}
