package dev.snag.findings.tally;

import static dev.snag.findings.Occurrences.as;
import static dev.snag.findings.Occurrences.hold;
import static dev.snag.findings.Occurrences.of;
import static dev.snag.findings.Occurrences.pinned;
import static dev.snag.findings.Occurrences.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnagTallyTest {

    private final SnagTally tally = new SnagTally();

    @Test
    void the_first_is_told_in_full_the_10th_100th_and_1000th_shortly_and_the_rest_not() {
        var told = new ArrayList<String>();
        for (int i = 1; i <= 10_000; i++) {
            Telling telling = tally.add(line("id-" + i, "f", false, 120));
            if (telling != Telling.NOTHING) {
                told.add(i + " " + telling);
            }
        }
        assertThat(told).containsExactly("1 FULL", "10 SHORT", "100 SHORT", "1000 SHORT", "10000 SHORT");
        assertThat(tally.count("f")).isEqualTo(10_000);
    }

    @Test
    void one_that_stands_for_many_counts_as_many_and_is_told_where_it_passes_a_power_of_ten() {
        assertThat(tally.add(line("1", "f", false, 1).standingFor(12))).isEqualTo(Telling.FULL);
        assertThat(tally.add(line("2", "f", false, 3).standingFor(80))).isEqualTo(Telling.NOTHING);
        assertThat(tally.add(line("3", "f", false, 2).standingFor(5_000))).isEqualTo(Telling.SHORT);
        assertThat(tally.snags()).singleElement().satisfies(snag -> {
            assertThat(snag.count()).isEqualTo(5_092);
            assertThat(snag.longestMs()).isEqualTo(3);
        });
    }

    @Test
    void each_snag_is_told_for_itself() {
        assertThat(tally.add(line("1", "a", false, 120))).isEqualTo(Telling.FULL);
        assertThat(tally.add(line("2", "b", false, 120))).isEqualTo(Telling.FULL);
        assertThat(tally.add(line("3", "a", false, 120))).isEqualTo(Telling.NOTHING);
    }

    @Test
    void an_occurrence_counts_once_however_many_lines_it_has() {
        assertThat(tally.add(line("1", "f", true, 100))).isEqualTo(Telling.FULL);
        assertThat(tally.add(line("1", "f", true, 200))).isEqualTo(Telling.NOTHING);
        assertThat(tally.add(line("1", "f", false, 650))).isEqualTo(Telling.END);
        assertThat(tally.snags()).singleElement().satisfies(snag -> {
            assertThat(snag.count()).isEqualTo(1);
            assertThat(snag.totalMs()).isEqualTo(650);
            assertThat(snag.longestMs()).isEqualTo(650);
            assertThat(snag.example().ongoing()).isFalse();
        });
    }

    @Test
    void the_end_of_one_that_was_not_told_is_not_told() {
        tally.add(line("1", "f", false, 120));
        assertThat(tally.add(line("2", "f", true, 100))).isEqualTo(Telling.NOTHING);
        assertThat(tally.add(line("2", "f", false, 300))).isEqualTo(Telling.NOTHING);
    }

    @Test
    void a_hang_counts_with_what_is_known_of_it() {
        tally.add(line("1", "f", false, 120));
        tally.add(line("2", "f", true, 5_000));
        assertThat(tally.snags()).singleElement().satisfies(snag -> {
            assertThat(snag.count()).isEqualTo(2);
            assertThat(snag.totalMs()).isEqualTo(5_120);
            assertThat(snag.longestMs()).isEqualTo(5_000);
        });
    }

    @Test
    void an_occurrence_that_turns_out_to_be_of_another_kind_counts_there_alone() {
        assertThat(tally.add(line("1", "pinned", true, 100))).isEqualTo(Telling.FULL);
        assertThat(tally.add(line("1", "cpu", false, 900))).isEqualTo(Telling.FULL);
        assertThat(tally.snags()).extracting(Snag::fingerprint).containsExactly("cpu");
        assertThat(tally.count("pinned")).isZero();
    }

    @Test
    void one_that_leaves_for_another_kind_leaves_the_others_behind() {
        tally.add(line("1", "pinned", false, 120));
        tally.add(line("2", "pinned", true, 900));
        tally.add(line("2", "cpu", true, 950));
        assertThat(tally.add(line("2", "cpu", false, 990))).isEqualTo(Telling.END);
        assertThat(tally.snags()).extracting(Snag::fingerprint).containsExactly("cpu", "pinned");
        assertThat(tally.snags().get(1).longestMs()).isEqualTo(120);
    }

    @Test
    void the_first_and_the_last_time_and_the_first_example_are_kept() {
        Instant time = pinned().time();
        tally.add(at(time.plusSeconds(5), line("1", "f", false, 120)));
        tally.add(at(time, line("2", "f", false, 120)));
        tally.add(at(time.plusSeconds(9), line("3", "f", false, 120)));
        assertThat(tally.snags()).singleElement().satisfies(snag -> {
            assertThat(snag.first()).isEqualTo(time);
            assertThat(snag.last()).isEqualTo(time.plusSeconds(9));
            assertThat(snag.example().id()).isEqualTo("1");
        });
    }

    @Test
    void the_largest_total_comes_first() {
        tally.add(line("1", "small", false, 120));
        tally.add(line("2", "large", false, 900));
        tally.add(line("3", "middle", false, 300));
        assertThat(tally.snags()).extracting(Snag::fingerprint).containsExactly("large", "middle", "small");
    }

    @Test
    void snags_beyond_the_bound_are_counted_together_and_not_told() {
        for (int i = 0; i < SnagTally.MOST_SNAGS; i++) {
            assertThat(tally.add(line("a" + i, "f" + i, false, 120))).isEqualTo(Telling.FULL);
        }
        assertThat(tally.others()).isEmpty();
        for (int i = 0; i < 50; i++) {
            assertThat(tally.add(line("b" + i, "g" + i, true, 100))).isEqualTo(Telling.NOTHING);
            assertThat(tally.add(line("b" + i, "g" + i, false, 200))).isEqualTo(Telling.NOTHING);
        }
        assertThat(tally.add(line("c", "f0", false, 120))).isEqualTo(Telling.NOTHING);
        assertThat(tally.snags()).hasSize(SnagTally.MOST_SNAGS);
        assertThat(tally.others()).get().satisfies(others -> {
            assertThat(others.count()).isEqualTo(50);
            assertThat(others.totalMs()).isEqualTo(10_000);
        });
    }

    @Test
    void ends_that_never_come_do_not_fill_the_memory_and_still_count() {
        for (int i = 0; i < SnagTally.MOST_ONGOING * 3; i++) {
            tally.add(line("id-" + i, "f", true, 100));
        }
        assertThat(tally.count("f")).isEqualTo(SnagTally.MOST_ONGOING * 3L);
        assertThat(tally.ongoing()).isEqualTo(SnagTally.MOST_ONGOING);
    }

    @Test
    void threads_that_add_at_the_same_time_lose_nothing() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int thread = t;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 2_000; i++) {
                    tally.add(line(thread + "-" + i, "f" + i % 10, true, 100));
                    tally.add(line(thread + "-" + i, "f" + i % 10, false, 200));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(tally.snags()).hasSize(10).allMatch(snag -> snag.count() == 800 && snag.totalMs() == 160_000);
    }

    private static Occurrence line(String id, String fingerprint, boolean ongoing, double millis) {
        return as(id, ongoing, of(fingerprint, with(pinned(), hold(millis))));
    }

    private static Occurrence at(Instant time, Occurrence o) {
        return new Occurrence(
                o.id(), o.ongoing(), time, o.severity(), o.hold(), o.cause(), o.place(), o.why(), o.advice(), o.test());
    }
}
