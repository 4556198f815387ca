package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.Occurrence;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Stacks;
import dev.snag.runtime.monitor.HoldReport;
import dev.snag.runtime.strict.ForbiddenCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongCallsTest {

    private static final long MILLI = Reports.MILLI;

    private long now = Reports.START;
    private final LongCalls calls = new LongCalls(() -> now, 100 * MILLI);

    private static ForbiddenCall call(ThreadRef thread, long fromMillis, long millis) {
        long begin = Reports.START + fromMillis * MILLI;
        return new ForbiddenCall(
                Category.FILE,
                thread,
                Reports.CARRIER,
                begin,
                begin + millis * MILLI,
                Stacks.reading(Stacks.LOAD),
                null,
                null,
                1);
    }

    private static HoldReport reading(long millis) {
        return Reports.of(1, false, millis, Reports.reading(Stacks.LOAD));
    }

    @Test
    void a_call_that_cannot_be_most_of_a_hold_waits_for_nothing() {
        ForbiddenCall call = call(Reports.THREAD, 1, 50);

        assertThat(calls.came(call)).containsExactly(call);
    }

    @Test
    void a_call_just_below_the_threshold_may_be_a_hold_just_above_it() {
        assertThat(calls.came(call(Reports.THREAD, 1, 99))).isEmpty();

        HoldReport told = calls.ended(reading(101));

        assertThat(told.diagnosis().cause().sensors()).contains(Occurrence.CALL_HOOK);
        assertThat(calls.all()).isEmpty();
    }

    @Test
    void of_many_calls_in_one_hold_none_is_lost() {
        calls.came(call(Reports.THREAD, 1, 120));
        calls.came(call(Reports.THREAD, 130, 110));

        HoldReport told = calls.ended(reading(260));

        assertThat(told.diagnosis().cause().sensors()).doesNotContain(Occurrence.CALL_HOOK);
        assertThat(calls.all()).hasSize(2);
    }

    @Test
    void a_longer_one_is_the_hold_that_it_made_and_the_hold_says_so() {
        assertThat(calls.came(call(Reports.THREAD, 1, 150))).isEmpty();

        HoldReport told = calls.ended(reading(160));

        assertThat(told.diagnosis().cause().sensors()).contains("monitor", Occurrence.CALL_HOOK);
        assertThat(calls.all()).isEmpty();
    }

    @Test
    void so_it_is_where_the_hold_comes_first() {
        calls.ended(reading(160));

        assertThat(calls.came(call(Reports.THREAD, 1, 150))).isEmpty();
        assertThat(calls.all()).isEmpty();
    }

    @Test
    void a_hold_of_another_thread_of_another_time_or_of_another_kind_is_another() {
        for (ForbiddenCall other : List.of(
                call(new ThreadRef("other", 44), 1, 150),
                call(Reports.THREAD, -5, 150),
                call(Reports.THREAD, 20, 150))) {
            calls.came(other);
        }
        calls.ended(reading(160));
        assertThat(calls.all()).hasSize(3);

        calls.came(call(Reports.THREAD, 200, 150));
        calls.ended(Reports.of(2, false, 400, Reports.sleeping(Stacks.LOAD)));
        assertThat(calls.all()).hasSize(1);
    }

    @Test
    void one_whose_hold_never_comes_is_told_after_some_time() {
        calls.came(call(Reports.THREAD, 1, 150));
        assertThat(calls.overdue()).isEmpty();
        assertThat(calls.dueIn()).isEqualTo(LongCalls.PATIENCE_NANOS);

        now += LongCalls.PATIENCE_NANOS;

        assertThat(calls.overdue()).hasSize(1);
        assertThat(calls.dueIn()).isEqualTo(Long.MAX_VALUE);
    }
}
