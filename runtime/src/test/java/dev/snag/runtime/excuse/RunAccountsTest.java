package dev.snag.runtime.excuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.ExcuseReason;
import dev.snag.runtime.jvm.RunDelay;
import org.junit.jupiter.api.Test;

/** Times are milliseconds; the carrier under test began at 0 unless a test says otherwise. */
class RunAccountsTest {

    private static final long MILLI = 1_000_000;
    private static final long THRESHOLD = 100 * MILLI;
    private static final boolean RUNNABLE = true;
    private static final boolean ASLEEP = false;

    private final RunAccounts accounts = new RunAccounts();

    private void add(long at, long cpu, long over, boolean runnable, long ran) {
        add(at, cpu, over, 0, runnable, ran);
    }

    private void add(long at, long cpu, long over, long present, boolean runnable, long ran) {
        var delay = new RunDelay(over * MILLI, present * MILLI, runnable, 0);
        accounts.add(at * MILLI, at * MILLI, cpu * MILLI, delay, ran * MILLI);
    }

    private void addWithoutKernel(long at, long cpu) {
        accounts.add(at * MILLI, at * MILLI, cpu * MILLI, RunDelay.UNKNOWN, 0);
    }

    private long ownAtMost(long start, long end) {
        return accounts.ownAtMost(start * MILLI, end * MILLI) / MILLI;
    }

    private long computedAtMost(long start, long end) {
        long nanos = accounts.computedAtMost(start * MILLI, end * MILLI);
        return nanos == Long.MAX_VALUE ? nanos : nanos / MILLI;
    }

    private long computedAtLeast(long start, long end) {
        return accounts.computedAtLeast(start * MILLI, end * MILLI) / MILLI;
    }

    private boolean mayTellMore(long start, long end) {
        return accounts.mayTellMore(start * MILLI, end * MILLI, THRESHOLD);
    }

    @Test
    void what_was_neither_waited_for_a_processor_can_be_the_holds_own() {
        add(1_000, 500, 200, ASLEEP, 990);
        add(1_200, 510, 370, ASLEEP, 1_150);

        assertThat(ownAtMost(1_020, 1_190)).isEqualTo(200 - 170);
        assertThat(accounts.wantOfProcessor(1_020 * MILLI, 1_190 * MILLI))
                .isEqualTo(new Excuse((170 - 30) * MILLI, ExcuseReason.NO_CPU));
    }

    @Test
    void a_hold_that_slept_all_the_time_has_no_excuse() {
        add(1_000, 500, 200, ASLEEP, 990);
        add(1_200, 500, 200, ASLEEP, 1_020);

        assertThat(accounts.wantOfProcessor(1_020 * MILLI, 1_190 * MILLI)).isEqualTo(Excuse.NONE);
    }

    @Test
    void a_wait_that_began_before_the_account_and_is_added_up_after_it_is_not_the_holds() {
        // It waits from 905 on, gets a processor at 1,001, and blocks from 1,002 until 1,110.
        add(1_000, 500, 200, RUNNABLE, 904);
        add(1_111, 501, 296, ASLEEP, 1_002);

        assertThat(ownAtMost(1_002, 1_110)).isGreaterThanOrEqualTo(108);
    }

    @Test
    void the_present_wait_began_after_the_last_account_that_saw_it_run_or_sleep() {
        add(950, 500, 200, ASLEEP, 100);
        add(1_000, 500, 200, RUNNABLE, 100);
        add(1_300, 510, 500, ASLEEP, 1_290);

        // At most 50 ms of the 300 had been waited before 1,000.
        assertThat(ownAtMost(1_001, 1_290)).isEqualTo(300 - 300 + 50);
    }

    @Test
    void as_long_as_it_is_the_same_wait_it_began_when_it_was_seen_first_or_before() {
        add(950, 500, 200, ASLEEP, 100);
        add(1_000, 500, 200, RUNNABLE, 100);
        add(1_040, 500, 200, 40, RUNNABLE, 100);
        add(1_300, 510, 500, ASLEEP, 1_290);

        assertThat(ownAtMost(1_041, 1_290)).isGreaterThanOrEqualTo(260 - (500 - 200 - 90));
    }

    @Test
    void a_wait_that_lasts_counts_for_as_long_as_it_was_seen() {
        add(1_000, 500, 200, ASLEEP, 990);
        add(1_060, 502, 200, RUNNABLE, 1_001);
        add(1_160, 502, 200, 100, RUNNABLE, 1_001);

        assertThat(ownAtMost(1_001, 1_160)).isEqualTo(60);
    }

    @Test
    void a_carrier_had_not_waited_before_it_began() {
        add(200, 8, 190, ASLEEP, 20);

        assertThat(ownAtMost(10, 195)).isEqualTo(10);
    }

    @Test
    void without_the_kernels_word_anything_can_be_its_own() {
        addWithoutKernel(1_000, 500);
        addWithoutKernel(1_200, 510);

        assertThat(accounts.ownAtMost(1_010 * MILLI, 1_190 * MILLI)).isEqualTo(Long.MAX_VALUE);
        assertThat(accounts.wantOfProcessor(1_010 * MILLI, 1_190 * MILLI)).isEqualTo(Excuse.NONE);
        assertThat(accounts.tellOfWaits()).isFalse();
    }

    @Test
    void processor_time_that_cannot_be_from_elsewhere_was_computed_in_the_hold() {
        addWithoutKernel(1_000, 500);
        addWithoutKernel(1_200, 680);

        assertThat(computedAtLeast(1_020, 1_190)).isEqualTo(180 - 20 - 10);
        assertThat(computedAtLeast(1_000, 1_200)).isEqualTo(180);
    }

    @Test
    void more_than_the_carrier_has_run_between_accounts_around_it_a_hold_has_not_computed() {
        addWithoutKernel(900, 400);
        addWithoutKernel(1_000, 500);
        addWithoutKernel(1_200, 508);

        assertThat(computedAtMost(1_000, 1_200)).isEqualTo(8);
        assertThat(computedAtMost(990, 1_150)).isEqualTo(108);
        assertThat(computedAtMost(890, 1_150)).as("no account before it").isEqualTo(Long.MAX_VALUE);
        assertThat(computedAtMost(1_000, 1_201)).as("no account after it").isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void accounts_within_a_hold_tell_what_was_computed_between_them() {
        addWithoutKernel(1_100, 500);
        addWithoutKernel(1_200, 590);

        assertThat(computedAtLeast(1_000, 1_300)).isEqualTo(90);
    }

    @Test
    void a_carrier_that_may_wait_again_may_tell_more_of_a_hold_that_waited() {
        add(1_000, 500, 200, ASLEEP, 990);
        add(1_250, 502, 330, RUNNABLE, 1_141);
        assertThat(ownAtMost(1_001, 1_140)).isGreaterThanOrEqualTo(100);
        assertThat(mayTellMore(1_001, 1_140)).isTrue();

        add(1_260, 503, 445, ASLEEP, 1_255);
        assertThat(ownAtMost(1_001, 1_140)).isEqualTo(260 - 245);
        assertThat(mayTellMore(1_001, 1_140)).isFalse();
    }

    @Test
    void a_hold_that_cannot_have_waited_enough_needs_no_more_accounts() {
        add(1_000, 500, 200, ASLEEP, 990);
        add(1_250, 502, 230, RUNNABLE, 1_141);

        assertThat(mayTellMore(1_001, 1_140)).isFalse();
    }

    @Test
    void the_account_before_the_present_mount_is_kept_however_long_that_lasts() {
        add(1_000, 500, 200, ASLEEP, 990);
        for (int i = 1; i <= 100; i++) {
            add(1_000 + i * 50, 500 + i, 200 + i * 48, ASLEEP, 1_010);
        }

        assertThat(ownAtMost(1_010, 6_000)).isEqualTo(5_000 - 4_800);
    }

    @Test
    void many_accounts_within_a_few_milliseconds_do_not_drive_out_the_ones_before() {
        add(1_000, 500, 200, ASLEEP, 990);
        for (int i = 0; i < 100; i++) {
            add(1_150 + i / 50, 500, 330, ASLEEP, 1_140);
        }

        assertThat(ownAtMost(1_010, 1_140)).isEqualTo(150 - 130);
    }

    @Test
    void what_it_ran_it_did_not_wait_so_a_carrier_that_never_sleeps_is_known_to_the_end() {
        add(1_000, 500, 200, ASLEEP, 990);
        // Never asleep: 100 ms of which it runs 5; all of its waits but the last 15 are over.
        add(1_100, 505, 280, RUNNABLE, 1_001);
        add(1_250, 510, 440, ASLEEP, 1_240);

        assertThat(ownAtMost(1_101, 1_240)).isEqualTo(150 - (440 - 295));
    }
}
