package dev.snag.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.diagnosis.Look;
import dev.snag.runtime.diagnosis.Look.Details;
import dev.snag.runtime.diagnosis.Stacks;
import dev.snag.runtime.diagnosis.VmAccount;
import dev.snag.runtime.diagnosis.VmAccount.Block;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.Sight.VirtualState;
import dev.snag.runtime.jvm.StackSight;
import dev.snag.runtime.monitor.HoldReport;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorroborationTest {

    private static final long MILLI = 1_000_000;
    private static final long PATIENCE = Corroboration.PATIENCE_NANOS;

    private long now = 5_000 * MILLI;
    private final Corroboration corroboration = new Corroboration(() -> now);

    @Test
    void while_nobody_listens_to_the_vm_nothing_waits() {
        HoldReport ended = ended(1, 17, 0, 100);

        assertThat(corroboration.reported(ended)).containsExactly(ended);
        assertThat(corroboration.dueIn()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void an_ended_hold_waits_for_what_the_vm_says_and_gets_it() {
        listen();

        assertThat(corroboration.reported(ended(1, 17, 0, 100))).isEmpty();
        assertThat(corroboration.dueIn()).isEqualTo(PATIENCE);
        List<HoldReport> settled = corroboration.said(List.of(pinned(17, 0, 100)), true);

        assertThat(sensorsOf(settled)).contains("jfr");
        assertThat(corroboration.dueIn()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void what_the_vm_said_before_the_end_was_reported_is_not_lost() {
        listen();
        assertThat(corroboration.said(List.of(pinned(17, 0, 100)), true)).isEmpty();

        assertThat(sensorsOf(corroboration.reported(ended(1, 17, 0, 100)))).contains("jfr");
    }

    @Test
    void a_hold_that_goes_on_is_recorded_at_once() {
        listen();
        HoldReport ongoing = report(1, true, 17, 0, 100, parked());

        assertThat(corroboration.reported(ongoing)).containsExactly(ongoing);
    }

    @Test
    void a_hold_of_which_the_vm_has_no_events_is_recorded_at_once() {
        listen();
        HoldReport computing = report(1, false, 17, 0, 100, computing());

        assertThat(corroboration.reported(computing)).containsExactly(computing);
    }

    @Test
    void where_the_vm_says_nothing_it_is_waited_for_no_longer_than_was_promised() {
        listen();
        HoldReport ended = ended(1, 17, 0, 100);
        corroboration.reported(ended);

        now += PATIENCE - 1;
        assertThat(corroboration.overdue()).isEmpty();
        assertThat(corroboration.dueIn()).isEqualTo(1);
        now += 1;
        assertThat(corroboration.overdue()).containsExactly(ended);
        assertThat(corroboration.overdue()).isEmpty();
    }

    @Test
    void what_comes_too_late_makes_no_second_report() {
        listen();
        corroboration.reported(ended(1, 17, 0, 100));
        now += PATIENCE;
        corroboration.overdue();

        assertThat(corroboration.said(List.of(pinned(17, 0, 100)), true)).isEmpty();
        assertThat(corroboration.all()).isEmpty();
    }

    @Test
    void an_account_of_another_thread_says_nothing() {
        listen();
        corroboration.reported(ended(1, 17, 0, 100));

        assertThat(corroboration.said(List.of(pinned(18, 0, 100)), true)).isEmpty();
    }

    @Test
    void an_account_of_the_same_id_at_another_time_says_nothing() {
        listen();
        corroboration.reported(ended(2, 17, 1_000, 100));

        assertThat(corroboration.said(List.of(pinned(17, 0, 100), pinned(17, 1_200, 100)), true))
                .isEmpty();
    }

    @Test
    void holds_of_one_thread_one_after_the_other_each_get_their_own_although_the_clocks_differ() {
        listen();
        corroboration.reported(ended(1, 17, 0, 100));
        corroboration.reported(ended(2, 17, 101, 100));

        List<HoldReport> settled =
                corroboration.said(List.of(file(17, 96, 100, "second"), file(17, -5, 100, "first")), true);

        assertThat(settled).extracting(HoldReport::number).containsExactly(1L, 2L);
        assertThat(pathsOf(settled)).containsExactly("first", "second");
    }

    @Test
    void several_accounts_of_one_hold_make_one_report() {
        listen();
        corroboration.reported(ended(1, 17, 0, 140));

        List<HoldReport> settled = corroboration.said(List.of(pinned(17, 70, 70), pinned(17, 0, 70)), true);

        assertThat(settled).hasSize(1);
        assertThat(settled.getFirst().diagnosis().evidence().vm()).hasSize(2);
    }

    @Test
    void an_account_is_used_once() {
        listen();
        corroboration.reported(ended(1, 17, 0, 100));
        corroboration.said(List.of(pinned(17, 0, 100)), true);

        assertThat(corroboration.reported(ended(2, 17, 0, 100))).isEmpty();
    }

    @Test
    void in_whatever_order_they_come_each_hold_is_recorded_once_and_with_its_own() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var shuffled = new Corroboration(() -> now);
            shuffled.said(List.of(), true);
            var steps = new ArrayList<Runnable>();
            var recorded = new ArrayList<HoldReport>();
            for (int i = 0; i < 20; i++) {
                int thread = i % 4;
                long start = 200L * i;
                HoldReport report = ended(i, thread, start, 100);
                String path = String.valueOf(i);
                long drift = random.nextLong(-10, 10);
                steps.add(() -> recorded.addAll(shuffled.reported(report)));
                steps.add(() -> recorded.addAll(shuffled.said(List.of(file(thread, start + drift, 90, path)), true)));
            }
            Collections.shuffle(steps, random);
            steps.forEach(Runnable::run);

            assertThat(recorded).as("seed %s", seed).hasSize(20);
            for (HoldReport report : recorded) {
                assertThat(pathsOf(List.of(report)))
                        .as("seed %s", seed)
                        .containsExactly(String.valueOf(report.number()));
            }
        }
    }

    @Test
    void when_the_vm_falls_silent_nothing_waits_any_more() {
        listen();
        HoldReport ended = ended(1, 17, 0, 100);
        corroboration.reported(ended);

        assertThat(corroboration.said(List.of(), false)).containsExactly(ended);
        HoldReport next = ended(2, 17, 200, 100);
        assertThat(corroboration.reported(next)).containsExactly(next);
    }

    @Test
    void at_the_end_all_that_wait_are_recorded() {
        listen();
        HoldReport first = ended(1, 17, 0, 100);
        HoldReport second = ended(2, 18, 0, 100);
        corroboration.reported(first);
        corroboration.reported(second);

        assertThat(corroboration.all()).containsExactly(first, second);
        assertThat(corroboration.all()).isEmpty();
    }

    @Test
    void in_a_storm_the_eldest_does_not_wait_so_that_memory_is_bounded() {
        listen();
        var passed = new ArrayList<HoldReport>();
        for (int i = 0; i < 10_000; i++) {
            passed.addAll(corroboration.reported(ended(i, i, 0, 100)));
        }

        assertThat(passed).hasSizeGreaterThan(9_000);
        assertThat(passed.getFirst().number()).isZero();
        assertThat(passed.size() + corroboration.all().size()).isEqualTo(10_000);
    }

    private void listen() {
        corroboration.said(List.of(), true);
    }

    private static List<String> sensorsOf(List<HoldReport> reports) {
        assertThat(reports).hasSize(1);
        return reports.getFirst().diagnosis().cause().sensors();
    }

    private static List<String> pathsOf(List<HoldReport> reports) {
        return reports.stream()
                .flatMap(report -> report.diagnosis().evidence().vm().stream())
                .map(account -> ((VmAccount.FileAccess) account).path())
                .toList();
    }

    private static VmAccount pinned(long thread, long fromMillis, long millis) {
        return new VmAccount.Pinned(block(thread, fromMillis, millis), null, null);
    }

    private static VmAccount file(long thread, long fromMillis, long millis, String path) {
        return new VmAccount.FileAccess(block(thread, fromMillis, millis), path);
    }

    private static Block block(long thread, long fromMillis, long millis) {
        return new Block(thread, fromMillis * MILLI, (fromMillis + millis) * MILLI, List.of());
    }

    private static HoldReport ended(long number, long thread, long fromMillis, long millis) {
        return report(number, false, thread, fromMillis, millis, parked());
    }

    private static HoldReport report(
            long number, boolean ongoing, long thread, long fromMillis, long millis, Diagnosis diagnosis) {
        return new HoldReport(
                number,
                ongoing,
                fromMillis * MILLI,
                millis * MILLI,
                50 * MILLI,
                Excuse.NONE,
                new ThreadRef("", thread),
                new ThreadRef("carrier", 1),
                () -> ongoing,
                diagnosis);
    }

    private static Diagnosis parked() {
        return seen(VirtualState.PINNED, Thread.State.WAITING, Stacks.sleeping(Stacks.LOAD));
    }

    private static Diagnosis computing() {
        return seen(VirtualState.RUNNING, Thread.State.RUNNABLE, List.of(Stacks.LOAD));
    }

    private static Diagnosis seen(VirtualState state, Thread.State carrier, List<StackTraceElement> frames) {
        var looks = new ArrayList<Look>();
        for (int i = 1; i <= 2; i++) {
            long nanos = 50 * i * MILLI;
            var stack = new StackSight(frames, null);
            looks.add(new Look(nanos, new Sight(state, carrier, nanos), -1, Parks.NONE, stack, false, Details.NONE));
        }
        return Diagnosis.of(new Evidence(25, 0, 100 * MILLI, looks, Parks.NONE, null));
    }
}
