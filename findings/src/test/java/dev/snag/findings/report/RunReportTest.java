package dev.snag.findings.report;

import static dev.snag.findings.Occurrences.as;
import static dev.snag.findings.Occurrences.hold;
import static dev.snag.findings.Occurrences.pinned;
import static dev.snag.findings.Occurrences.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Cause;
import dev.snag.findings.End;
import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Excused;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.Start;
import dev.snag.findings.Starvation;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.Verdict;
import dev.snag.findings.check.WatchedJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {

    @TempDir
    private Path folder;

    @Test
    void an_occurrence_counts_once_with_its_last_line() throws IOException {
        RunReport report = Run.in(folder)
                .with(as("1", true, with(pinned(), hold(100))), as("1", false, pinned()), as("2", false, pinned()))
                .ended()
                .report();

        assertThat(report.snags()).singleElement().satisfies(snag -> {
            assertThat(snag.count()).isEqualTo(2);
            assertThat(snag.totalMs()).isEqualTo(2 * 1204.217);
            assertThat(snag.longestMs()).isEqualTo(1204.217);
            assertThat(snag.verdict()).isEqualTo(Verdict.FAILS);
        });
        assertThat(report.figures().heldMs()).isEqualTo(2 * 1204.217);
        assertThat(report.figures().holds()).isEqualTo(12_345);
        assertThat(report.timeline().stretches()).hasSize(2);
    }

    @Test
    void a_hang_that_was_killed_is_counted_with_what_is_known() throws IOException {
        RunReport report = Run.in(folder).with(as("1", true, pinned())).report();

        assertThat(report.snags().getFirst().ongoing()).isEqualTo(1);
        assertThat(report.timeline().stretches().getFirst().ongoing()).isTrue();
        assertThat(report.jvms().getFirst().end()).isNull();
        assertThat(report.checked().doubts()).singleElement().asString().contains("no end line");
    }

    @Test
    void the_longest_hold_is_the_example() throws IOException {
        RunReport report = Run.in(folder)
                .with(
                        as("1", false, with(pinned(), hold(200))),
                        as("2", false, pinned()),
                        as("3", false, with(pinned(), hold(300))))
                .ended()
                .report();

        assertThat(report.snags().getFirst().example().id()).isEqualTo("2");
    }

    @Test
    void a_hold_belongs_to_the_jvm_that_wrote_it_even_if_its_end_never_came() throws IOException {
        var second = new Start(Occurrences.TIME.plusSeconds(5), 12, "25", Map.of(), Map.of());
        RunReport report = Run.in(folder)
                .with(as("1", true, pinned()), second, as("2", false, pinned()))
                .ended()
                .report();

        assertThat(report.jvms()).extracting(JvmReport::name).containsExactly("JVM 4711", "JVM 12");
        assertThat(report.jvms()).extracting(JvmReport::occurrences).containsExactly(1L, 1L);
        assertThat(report.timeline().lanes())
                .extracting(lane -> lane.jvm().number())
                .containsExactly(1, 2);
    }

    @Test
    void an_outage_is_shown_but_its_time_is_not_added_to_that_of_the_holds_behind_it() throws IOException {
        Occurrence outage = with(
                with(as("9", false, pinned()), Cause.of(new Starvation(7, List.of(), null, false), List.of())),
                new Hold(null, null, 900, 100, 0, false));
        RunReport report = Run.in(folder)
                .with(pinned(), with(outage, new Place(null, null, null, List.of(), "51c0ffee51c0ffee")))
                .ended()
                .report();

        assertThat(report.snags())
                .as("the outage first, although it is shorter")
                .extracting(SnagReport::totalMs)
                .containsExactly(900.0, 1204.217);
        assertThat(report.figures().outages()).isEqualTo(1);
        assertThat(report.figures().longestOutageMs()).isEqualTo(900);
        assertThat(report.figures().heldMs()).isEqualTo(1204.217);
        assertThat(report.timeline().lanes()).hasSize(1);
        assertThat(report.timeline().stretches())
                .filteredOn(Stretch::ofAllCarriers)
                .hasSize(1);
    }

    @Test
    void lanes_are_in_the_order_that_people_expect() throws IOException {
        var run = Run.in(folder);
        for (int worker : new int[] {10, 2, 1}) {
            var carrier = new ThreadRef("ForkJoinPool-1-worker-" + worker, worker);
            run.with(with(as("" + worker, false, pinned()), new Hold(new ThreadRef("", 1), carrier, 50, 20, 0, false)));
        }

        assertThat(run.ended().report().timeline().lanes())
                .extracting(Lane::name)
                .containsExactly("ForkJoinPool-1-worker-1", "ForkJoinPool-1-worker-2", "ForkJoinPool-1-worker-10");
    }

    @Test
    void what_fails_comes_before_what_is_known_or_only_a_warning() throws IOException {
        Occurrence known = Occurrences.of("00000000000000aa", with(as("2", false, pinned()), hold(90_000)));
        Occurrence warning = Occurrences.of(
                "00000000000000bb", with(with(as("3", false, pinned()), hold(50_000)), Severity.WARNING, null));
        RunReport report = Run.in(folder).with(known, warning, pinned()).ended().report(Run.policy(List.of(known), ""));

        assertThat(report.snags())
                .extracting(SnagReport::verdict)
                .containsExactly(Verdict.FAILS, Verdict.WARNING_ONLY, Verdict.KNOWN_IN_BASELINE);
        assertThat(report.snags()).extracting(SnagReport::known).containsExactly(false, false, true);
    }

    @Test
    void excused_holds_and_tests_are_counted() throws IOException {
        var excused = new Excused(
                Occurrences.TIME,
                ExcuseReason.STOP_THE_WORLD,
                150,
                140,
                100,
                new ThreadRef("", 1),
                new ThreadRef("", 2));
        RunReport report = Run.in(folder)
                .with(
                        excused,
                        excused,
                        with(pinned(), Severity.ERROR, "a.B.c"),
                        with(as("2", false, pinned()), Severity.ERROR, "a.B.c"))
                .ended()
                .report();

        assertThat(report.figures().excused()).isEqualTo(Map.of(ExcuseReason.STOP_THE_WORLD, 2L));
        assertThat(report.jvms().getFirst().excused()).isEqualTo(Map.of(ExcuseReason.STOP_THE_WORLD, 2L));
        assertThat(report.snags().getFirst().tests()).isEqualTo(Map.of("a.B.c", 2L));
    }

    @Test
    void beyond_what_is_kept_snags_and_stretches_are_counted_and_said() throws IOException {
        var run = Run.in(folder);
        int snags = RunReport.MOST_SNAGS + 20;
        for (int i = 0; i < snags; i++) {
            run.with(Run.hold(i, i));
        }
        RunReport report = run.ended().report();

        assertThat(report.snags()).hasSize(RunReport.MOST_SNAGS);
        assertThat(report.others().count()).isEqualTo(20);
        assertThat(report.figures().occurrences()).isEqualTo(snags);
    }

    @Test
    void the_time_line_keeps_the_longest() {
        var sums = new TimelineSums(3);
        var jvm = new WatchedJvm(folder, 1);
        for (int ms : new int[] {50, 400, 10, 300, 200}) {
            sums.add(jvm, with(pinned(), hold(ms)), "f");
        }
        Timeline timeline = sums.timeline(List.of(jvm));

        assertThat(timeline.stretches()).extracting(Stretch::ms).containsExactlyInAnyOrder(400.0, 300.0, 200.0);
        assertThat(timeline.leftOut()).isEqualTo(2);
        assertThat(timeline.leftOutMs()).isEqualTo(60);
        assertThat(timeline.longestLeftOutMs()).isEqualTo(50);
    }

    @Test
    void equal_stacks_are_one_and_those_without_room_are_summed_up() throws IOException {
        var run = Run.in(folder);
        for (int i = 0; i < StackSums.MOST_STACKS + 3; i++) {
            Frame way = new Frame("com.acme.Way", "way" + i, 1, "app.jar", null);
            Place place = new Place(Occurrences.LOAD, null, null, List.of(Occurrences.LOAD, way), "00000000000000cc");
            run.with(with(with(as("a" + i, false, pinned()), hold(100)), place));
            run.with(with(with(as("b" + i, false, pinned()), hold(10)), place));
        }
        List<StackShare> stacks = run.ended().report().snags().getFirst().stacks();

        assertThat(stacks).hasSize(StackSums.MOST_STACKS + 1);
        assertThat(stacks.subList(0, StackSums.MOST_STACKS))
                .allSatisfy(share -> assertThat(share.heldMs()).isEqualTo(110));
        assertThat(stacks.getLast()).isEqualTo(new StackShare(List.of(), 6, 330));
    }

    @Test
    void a_very_deep_stack_is_cut_before_it_is_kept() throws IOException {
        List<Frame> deep = new ArrayList<>(Collections.nCopies(5_000, Occurrences.SERVE));
        Place place = new Place(Occurrences.SERVE, null, null, deep, "00000000000000dd");
        RunReport report = Run.in(folder).with(with(pinned(), place)).ended().report();

        assertThat(report.snags().getFirst().example().place().stack()).hasSize(SameFrames.DEEPEST);
    }

    @Test
    void a_time_that_no_calendar_has_does_not_stretch_the_time_line() throws IOException {
        Occurrence o = pinned();
        var far = new Occurrence(
                "2", false, Instant.MAX, o.severity(), o.hold(), o.cause(), o.place(), o.why(), o.advice(), o.test());
        RunReport report = Run.in(folder).with(pinned(), far).ended().report();

        assertThat(report.figures().from()).isEqualTo(Occurrences.TIME);
        assertThat(report.figures().to()).isEqualTo(Occurrences.TIME.plusSeconds(60));
        assertThat(report.figures().occurrences()).isEqualTo(2);
    }

    @Test
    void nothing_at_all_has_no_data_and_is_doubted() throws IOException {
        RunReport report = Run.empty(folder).report();

        assertThat(report.hasData()).isFalse();
        assertThat(report.checked().doubts().getFirst()).contains("no JVM has written to it");
        assertThat(Headline.of(report).mood()).isEqualTo(Headline.Mood.UNKNOWN);
    }

    @Test
    void the_headline_says_whether_all_is_well() throws IOException {
        assertThat(Headline.of(Run.in(folder).ended().report()))
                .isEqualTo(new Headline(
                        Headline.Mood.WELL,
                        "Nothing held a carrier.",
                        List.of(
                                "12,345 mounts of virtual threads in 1 JVM were watched, and none was held for longer than"
                                        + " is fine.")));
        Headline one = Headline.of(Run.in(folder).with(pinned()).ended().report());
        assertThat(one.mood()).isEqualTo(Headline.Mood.FAILS);
        assertThat(one.sentence()).isEqualTo("A carrier was held once, for 1204 ms.");
        assertThat(one.more().getFirst()).isEqualTo("One snag is behind it, and it fails.");
        Headline known = Headline.of(Run.in(folder).with(pinned()).ended().report(Run.policy(List.of(pinned()), "")));
        assertThat(known.mood()).isEqualTo(Headline.Mood.FOUND);
        assertThat(known.more().getFirst())
                .isEqualTo("One snag is behind it, which the baseline knows, and it does not fail.");
        var dead = new End(Occurrences.TIME, false, 5, 0, 0, 0, 0, 0, 0);
        assertThat(Headline.of(Run.in(folder).with(dead).report()).mood()).isEqualTo(Headline.Mood.UNKNOWN);
    }
}
