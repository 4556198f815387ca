package dev.snag.findings.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.HeldCarrier;
import dev.snag.findings.Hold;
import dev.snag.findings.InLocale;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.Place;
import dev.snag.findings.RandomEntries;
import dev.snag.findings.Starvation;
import dev.snag.findings.ThreadRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTextTest {

    private static final Map<String, Occurrence> EXAMPLES = new TreeMap<>(Map.of(
            "pinned", Examples.pinned(),
            "pinned-ongoing", Examples.ongoing(),
            "monitor", Examples.monitor(),
            "blocking-call", Examples.blockingCall(),
            "class-init-wait", Examples.classInitWait(),
            "cpu", Examples.cpu(),
            "starvation", Examples.starvation(),
            "starvation-nothing-mounted", Examples.starvationWithNothingMounted()));

    @Test
    void each_kind_reads_as_its_golden_text() throws IOException {
        for (Map.Entry<String, Occurrence> example : EXAMPLES.entrySet()) {
            Golden.check(example.getKey(), FindingText.full(example.getValue()));
        }
    }

    @Test
    void there_is_a_golden_text_for_every_kind() {
        Set<Kind> shown = new HashSet<>();
        EXAMPLES.values().forEach(example -> shown.add(example.cause().kind()));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(Arrays.asList(Kind.values()));
    }

    @Test
    void every_line_is_ascii_of_at_most_120_columns_with_the_prefix_but_a_headline_is_never_wrapped() {
        for (Occurrence example : EXAMPLES.values()) {
            List<String> lines = FindingText.full(example);
            assertThat(lines.subList(1, lines.size())).allMatch(line -> line.length() <= 120);
            for (String line : lines) {
                assertThat(line).startsWith("[snag] ");
                assertThat(line.chars()).allMatch(c -> c >= ' ' && c <= '~');
                assertThat(line).isEqualTo(line.stripTrailing());
            }
        }
    }

    @Test
    void g30_the_report_has_utc_time_name_and_id_blocked_duration_threshold_and_reporter() {
        String text = String.join("\n", FindingText.full(Examples.pinned()));
        assertThat(text)
                .contains(
                        "2026-11-24T10:15:30.123Z",
                        "virtual thread \"order-17\" #43",
                        "appears to be blocked",
                        "1204 ms",
                        "threshold 100 ms",
                        "[snag]");
    }

    @Test
    void g31_the_stack_contains_the_users_frame_that_made_the_call() {
        assertThat(FindingText.full(Examples.pinned()))
                .anyMatch(line -> line.contains("> com.acme.orders.OrderCache.load:88  <- offender, culprit"))
                .anyMatch(line -> line.contains("> com.acme.web.OrderHandler.serve:41  <- caller"));
    }

    @Test
    void g32_where_the_stack_could_not_be_taken_the_finding_says_so() {
        Occurrence gone =
                Occurrences.with(Occurrences.pinned(), new Place(null, null, null, List.of(), "9f3c01ab77d2e4f0"));
        assertThat(FindingText.full(gone))
                .last()
                .isEqualTo("[snag]   stack    stack unavailable: the thread had let go before it could be taken");
    }

    @Test
    void frames_that_are_known_without_a_stack_are_shown_and_each_once() {
        Occurrence gone = Occurrences.with(
                Occurrences.pinned(),
                new Place(Occurrences.LOAD, Occurrences.SERVE, Occurrences.LOAD, List.of(), "9f3c01ab77d2e4f0"));
        List<String> lines = FindingText.full(gone);
        assertThat(lines.subList(lines.size() - 2, lines.size()))
                .containsExactly(
                        "[snag]          > com.acme.orders.OrderCache.load:88  <- offender, culprit [orders-1.2.jar]",
                        "[snag]          > com.acme.web.OrderHandler.serve:41  <- caller [classes]");
    }

    @Test
    void one_that_computes_does_not_appear_to_be_blocked() {
        assertThat(String.join("\n", FindingText.full(Examples.cpu())))
                .contains("virtual thread #43 computes on carrier ForkJoinPool-1-worker-2")
                .doesNotContain("blocked");
    }

    @Test
    void one_that_is_blocked_does_not_compute() {
        EXAMPLES.forEach((name, example) -> {
            if (example.cause().kind() != Kind.CPU && example.cause().kind() != Kind.STARVATION) {
                assertThat(FindingText.full(example).getFirst()).contains("appears to be blocked");
            }
        });
    }

    @Test
    void an_ongoing_hold_says_that_it_goes_on() {
        assertThat(FindingText.full(Examples.ongoing()).get(1))
                .contains("has held its carrier for 1204 ms so far and goes on");
        assertThat(FindingText.full(Examples.pinned()).get(1)).doesNotContain("so far", "goes on");
    }

    @Test
    void names_of_the_program_cannot_begin_a_line_or_steer_the_terminal() {
        var hold =
                new Hold(new ThreadRef("a\nb\u001b[31m\u2028\u0085c", 1), new ThreadRef("w\r", 2), 120, 100, 0, false);
        Occurrence evil = Occurrences.withText(
                Occurrences.with(Occurrences.pinned(), hold), "why\n[snag] forged\u0007", "fix\r\nsomething");
        for (String line : FindingText.full(evil)) {
            assertThat(line).doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
        }
        assertThat(FindingText.full(evil).getFirst()).contains("virtual thread \"a?b?[31m??c\" #1");
    }

    @Test
    void anything_that_can_be_written_can_be_shown() {
        var random = new RandomEntries(11);
        for (int i = 0; i < 3_000; i++) {
            Occurrence occurrence = random.occurrence();
            assertThat(FindingText.full(occurrence))
                    .allMatch(line -> line.startsWith("[snag] ") && line.indexOf('\n') < 0);
            assertThat(FindingText.repeated(occurrence, i)).startsWith("[snag] ");
            assertThat(FindingText.ended(occurrence)).startsWith("[snag] ");
        }
    }

    @Test
    void long_sentences_are_wrapped_between_words_under_their_own_begin() {
        String why = "word ".repeat(60).strip();
        List<String> lines = FindingText.full(Occurrences.withText(Occurrences.pinned(), why, null)).stream()
                .filter(line -> line.contains("word"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 120);
        assertThat(lines.get(0)).startsWith("[snag]   why    word word");
        assertThat(lines.get(1)).startsWith("[snag]          word word");
    }

    @Test
    void sentences_that_are_not_known_take_no_line() {
        assertThat(FindingText.full(Occurrences.withText(Occurrences.pinned(), null, " ")))
                .noneMatch(line -> line.contains("why") || line.contains("fix") || line.contains("test"));
    }

    @Test
    void a_repeated_one_takes_one_line() {
        assertThat(FindingText.repeated(Occurrences.pinned(), 10))
                .isEqualTo("[snag] 10th time: PINNED (MONITOR) 1204 ms at com.acme.orders.OrderCache.load:88,"
                        + " called from com.acme.web.OrderHandler.serve:41, snag 9f3c01ab77d2e4f0");
        assertThat(FindingText.repeated(Examples.cpu(), 1_000)).startsWith("[snag] 1000th time: CPU 140 ms at ");
        assertThat(FindingText.repeated(Examples.ongoing(), 10)).contains("1204 ms so far at");
    }

    @Test
    void an_end_takes_one_line() {
        assertThat(FindingText.ended(Examples.blockingCall()))
                .isEqualTo("[snag] let go after 6502 ms: BLOCKING_CALL (FILE), virtual thread #43 at"
                        + " com.acme.log.Tail.follow:52, snag 9f3c01ab77d2e4f0");
    }

    @Test
    void the_end_of_an_outage_says_that_threads_are_mounted_again() {
        assertThat(FindingText.ended(Examples.starvationWithNothingMounted()))
                .isEqualTo("[snag] virtual threads are mounted again after 1850 ms: STARVATION, snag 51c0ffee51c0ffee");
    }

    @Test
    void a_deadlock_is_named_one_and_no_other_outage_is() {
        assertThat(FindingText.full(Examples.starvation()).getFirst())
                .startsWith("[snag] STARVATION (deadlock) 1850 ms so far: 7 virtual threads wait for a carrier");
        assertThat(FindingText.full(Examples.starvationWithNothingMounted()).getFirst())
                .startsWith("[snag] STARVATION 1850 ms: 1 virtual thread waits for a carrier");
    }

    @Test
    void of_very_many_carriers_not_all_are_listed() {
        var held = new ArrayList<HeldCarrier>();
        for (int i = 0; i < 1_000; i++) {
            Frame own = new Frame("com.acme.Own", "run" + i, 1, null, null);
            held.add(new HeldCarrier(new ThreadRef("worker-" + i, i), null, Kind.CPU, null, List.of(own)));
        }
        Occurrence outage =
                Occurrences.with(Examples.starvation(), Cause.of(new Starvation(1, held, null, false), List.of()));
        assertThat(FindingText.full(outage))
                .hasSizeLessThan(100)
                .last()
                .asString()
                .contains("936 more carriers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-SA-u-nu-arab", "de"})
    void the_text_is_the_same_in_every_locale(String locale) {
        for (Occurrence example : EXAMPLES.values()) {
            assertThat(InLocale.get(locale, () -> FindingText.full(example))).isEqualTo(FindingText.full(example));
        }
    }
}
