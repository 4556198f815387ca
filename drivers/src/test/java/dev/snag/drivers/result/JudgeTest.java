package dev.snag.drivers.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.drivers.workload.Marker;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JudgeTest {

    @Test
    void nothing_found_is_friendly() throws Exception {
        assertThat(verdict(Runs.run().cold(0, 1).phase("read", 2, 3).done())).isEqualTo(Verdict.FRIENDLY);
    }

    @Test
    void a_lost_carrier_blocks() throws Exception {
        assertThat(verdict(Runs.run().phase("read", 2, 3).holds(2.1, 300).done()))
                .isEqualTo(Verdict.BLOCKS);
    }

    @Test
    void a_carrier_that_was_added_is_a_warning() throws Exception {
        assertThat(verdict(Runs.run().phase("read", 2, 3).warns(2.1, 300).done()))
                .isEqualTo(Verdict.WARNS);
    }

    @Test
    void a_class_that_was_waited_for_is_a_warning() throws Exception {
        assertThat(verdict(Runs.run().phase("read", 2, 3).loadsClasses(2.1, 300).done()))
                .isEqualTo(Verdict.WARNS);
    }

    @Test
    void a_warning_that_nobody_saw_says_nothing() throws Exception {
        assertThat(verdict(Runs.run().phase("read", 2, 3).unseen(2.1, 300).done()))
                .isEqualTo(Verdict.FRIENDLY);
    }

    @Test
    void the_worst_phase_counts() throws Exception {
        Runs run = Runs.run()
                .phase("read", 2, 3)
                .warns(2.1, 300)
                .phase("write", 4, 5)
                .holds(4.1, 200)
                .done();
        assertThat(verdict(run)).isEqualTo(Verdict.BLOCKS);
    }

    @Test
    void the_cold_start_makes_no_verdict_but_is_told() throws Exception {
        List<PhaseOutcome> phases =
                phases(Runs.run().cold(0, 1).holds(0.1, 300).phase("read", 2, 3).done());
        assertThat(Judge.verdict(phases)).isEqualTo(Verdict.FRIENDLY);
        assertThat(phases.getFirst().verdict()).isEqualTo(Verdict.BLOCKS);
        assertThat(phases.getFirst().found()).hasSize(1);
        assertThat(phases.getLast().found()).isEmpty();
    }

    @Test
    void a_phase_that_never_ended_stands_still_and_what_was_found_until_then_proves_it() throws Exception {
        List<PhaseOutcome> phases = phases(Runs.run()
                .cold(0, 1)
                .standsStill("write", 2, 14)
                .outage(2.3, 11_000)
                .holds(2.1, 11_800));
        assertThat(Judge.verdict(phases)).isEqualTo(Verdict.STANDS_STILL);
        assertThat(phases.getLast().found()).extracting(Evidence::kind).containsExactly("PINNED", "STARVATION");
        assertThat(phases.getLast().othersMs()).isEqualTo(11_900);
    }

    @Test
    void a_hold_belongs_to_the_phase_in_which_it_began() throws Exception {
        List<PhaseOutcome> phases = phases(Runs.run()
                .phase("connect", 2, 3)
                .phase("read", 3.05, 4)
                .holds(3.04, 900)
                .done());
        assertThat(phases.getFirst().found()).isEmpty();
        assertThat(phases.getLast().found()).hasSize(1);
    }

    @Test
    void holds_of_one_snag_are_one_evidence() throws Exception {
        List<PhaseOutcome> phases = phases(
                Runs.run().phase("read", 2, 3).holds(2.1, 300).holds(2.5, 310).done());
        Evidence evidence = phases.getFirst().found().getFirst();
        assertThat(evidence.count()).isEqualTo(2);
        assertThat(evidence.longestMs()).isEqualTo(310);
        assertThat(evidence.name()).isEqualTo("PINNED (MONITOR)");
        assertThat(evidence.culprit()).isEqualTo("com.acme.driver.Socket.read:12");
        assertThat(evidence.jar()).isEqualTo(Runs.JAR);
    }

    @Test
    void operations_that_failed_where_carriers_were_held_are_a_consequence() throws Exception {
        Runs run = Runs.run()
                .failing("write", 2, 8, 2, "SQLITE_BUSY")
                .holds(2.1, 5_000)
                .done();
        assertThat(verdict(run)).isEqualTo(Verdict.BLOCKS);
    }

    @Test
    void operations_that_failed_by_themselves_make_the_run_worth_nothing() {
        assertWorthNothing(Runs.run().failing("write", 2, 3, 4, "no such table").done(), "no such table");
    }

    @Test
    void a_run_that_nobody_watched_is_worth_nothing() {
        assertWorthNothing(Runs.run().phase("read", 2, 3).done().unwatched(), "not alive");
    }

    @Test
    void a_workload_that_broke_off_is_worth_nothing() {
        assertWorthNothing(Runs.run().phase("read", 2, 3), "between two phases");
        assertWorthNothing(Runs.run().phase("read", 2, 3).begun("write", Marker.STEADY, 4), "in 'write'");
    }

    @Test
    void another_release_than_the_rows_is_worth_nothing() {
        assertThatThrownBy(() ->
                        Judge.phases(Runs.run().phase("read", 2, 3).done().observed(), Optional.of("driver-0.9.jar")))
                .isInstanceOf(WorthNothing.class)
                .hasMessageContaining("driver-0.9.jar")
                .hasMessageContaining(Runs.JAR);
    }

    private static void assertWorthNothing(Runs run, String why) {
        assertThatThrownBy(() -> phases(run)).isInstanceOf(WorthNothing.class).hasMessageContaining(why);
    }

    private static Verdict verdict(Runs run) throws WorthNothing {
        return Judge.verdict(phases(run));
    }

    private static List<PhaseOutcome> phases(Runs run) throws WorthNothing {
        return Judge.phases(run.observed(), Optional.of(Runs.JAR));
    }
}
