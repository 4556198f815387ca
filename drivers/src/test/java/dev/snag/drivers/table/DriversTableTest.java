package dev.snag.drivers.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.drivers.catalogue.Catalogue;
import dev.snag.drivers.result.Evidence;
import dev.snag.drivers.result.Outcome;
import dev.snag.drivers.result.PhaseOutcome;
import dev.snag.drivers.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DriversTableTest {
    private static final Evidence PINNED = new Evidence(
            "read",
            "PINNED",
            "MONITOR",
            "LockSupport.park",
            "org.postgresql.core.VisibleBufferedInputStream.readMore:161",
            "postgresql-42.5.6.jar",
            302,
            8,
            false,
            false,
            "It waits.",
            "pgjdbc 42.5.6 synchronizes: upgrade.");

    @Test
    void a_row_has_a_verdict_for_each_jdk_the_proof_and_what_mends_it() {
        String page = page(outcome(21, Verdict.BLOCKS, PINNED), outcome(25, Verdict.FRIENDLY));
        assertThat(line(page, "| pgjdbc | 42.5.6 |"))
                .isEqualTo(
                        "| pgjdbc | 42.5.6 | **blocks** | friendly | – | 21: PINNED (MONITOR) in `read`, 8 times up to 302 ms,"
                                + " `VisibleBufferedInputStream.readMore:161`; others 290 ms | pgjdbc 42.5.6 synchronizes: upgrade. |");
    }

    @Test
    void other_phases_that_lost_carriers_are_named() {
        Outcome outcome = outcome(
                21,
                Verdict.STANDS_STILL,
                List.of(
                        new PhaseOutcome("connect", false, 4, Verdict.BLOCKS, 600, 0, "", 3, List.of(PINNED)),
                        new PhaseOutcome("read", false, 4, Verdict.STANDS_STILL, 12000, 0, "", 3, List.of(PINNED))));
        assertThat(line(page(outcome), "| pgjdbc | 42.5.6 |")).contains("; also in `connect` |");
    }

    @Test
    void what_was_not_run_is_said() {
        assertThat(page()).contains("- pgjdbc-42.5.6 on JDK 21: not run yet.").contains("Nothing was measured yet.");
    }

    @Test
    void a_run_that_is_worth_nothing_has_no_verdict_and_says_why() {
        Outcome nothing = new Outcome(
                "pgjdbc-42.5.6",
                "org.postgresql:postgresql",
                "42.5.6",
                27,
                "27",
                null,
                null,
                "JDK 27 is not there",
                List.of(),
                "2026-11-27T18:00:00Z",
                "Linux",
                0.5,
                "1",
                0);
        String page = page(nothing);
        assertThat(line(page, "| pgjdbc | 42.5.6 |")).contains("| – | – | – |");
        assertThat(page).contains("- pgjdbc-42.5.6 on JDK 27: JDK 27 is not there.");
    }

    @Test
    void the_cold_start_stands_apart() {
        Outcome outcome = outcome(
                21,
                Verdict.FRIENDLY,
                List.of(
                        new PhaseOutcome("cold start", true, 4, Verdict.BLOCKS, 900, 0, "", 0, List.of(PINNED)),
                        new PhaseOutcome("read", false, 4, Verdict.FRIENDLY, 600, 0, "", 3, List.of())));
        String page = page(outcome);
        assertThat(line(page, "| pgjdbc | 42.5.6 | friendly")).doesNotContain("PINNED");
        assertThat(line(page, "| pgjdbc | 42.5.6 | 21 |")).contains("PINNED (MONITOR)");
    }

    private static Outcome outcome(int jdk, Verdict verdict, Evidence... found) {
        return outcome(
                jdk, verdict, List.of(new PhaseOutcome("read", false, 4, verdict, 1200, 0, "", 290, List.of(found))));
    }

    private static Outcome outcome(int jdk, Verdict verdict, List<PhaseOutcome> phases) {
        return new Outcome(
                "pgjdbc-42.5.6",
                "org.postgresql:postgresql",
                "42.5.6",
                jdk,
                jdk + ".0.1",
                "PostgreSQL 18.6",
                verdict,
                null,
                phases,
                "2026-11-27T18:00:00Z",
                "Linux",
                0.5,
                "1",
                6.5);
    }

    private static String page(Outcome... outcomes) {
        return DriversTable.of(Catalogue.shipped(), List.of(outcomes));
    }

    private static String line(String page, String start) {
        return page.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }
}
