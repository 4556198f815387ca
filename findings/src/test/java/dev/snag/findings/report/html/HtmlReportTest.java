package dev.snag.findings.report.html;

import static dev.snag.findings.Occurrences.as;
import static dev.snag.findings.Occurrences.pinned;
import static dev.snag.findings.Occurrences.with;
import static dev.snag.findings.Occurrences.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.Occurrences;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.Place;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.report.Run;
import dev.snag.findings.report.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final String EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>&\"'\u0000";

    @TempDir
    private Path folder;

    private static String page(RunReport report) {
        return HtmlReport.text(report, Instant.parse("2026-11-24T12:00:00Z"));
    }

    private static JsonObject data(String page) {
        var data = Pattern.compile("<script type=\"application/json\" id=\"snag-data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(data.find()).isTrue();
        return JsonParser.parseString(data.group(1)).getAsJsonObject();
    }

    @Test
    void more_connections_than_are_fine_stand_with_what_was_watched() throws IOException {
        var most = new OpenConnections(Occurrences.TIME, "<b>", "10.0.0.5", 5432, 9, 8, 15, List.of());

        assertThat(page(Run.in(folder).with(most).ended().report()))
                .contains("up to 15 open at one time to &lt;b&gt;/10.0.0.5:5432");
    }

    @Test
    void summary_and_snags_are_there_without_a_script() throws IOException {
        String page = page(Run.in(folder).with(pinned()).ended().report());

        assertThat(page)
                .contains("<h1 id=\"verdict\">A carrier was held once, for 1204 ms.</h1>")
                .contains("id=\"snag-9f3c01ab77d2e4f0\"")
                .contains(
                        "<span class=\"package\">com.acme.orders.</span>OrderCache.load<span class=\"line\">:88</span>")
                .contains("orders-1.2.jar")
                .contains("It sleeps while it owns a monitor, and until JDK 23 that pins it to its carrier.")
                .contains("Replace synchronized by a ReentrantLock, or run on JDK 24 or later.")
                .contains("<span class=\"mark mark-offender\">offender</span>")
                .contains("JDK 21.0.13")
                .contains("watched to its end")
                .contains("Made by Snag at 2026-11-24T12:00:00.000Z.");
    }

    @Test
    void frames_of_the_jdk_are_folded() throws IOException {
        Frame jdk = new Frame("java.lang.VirtualThread", "run", 309, "java.base@21.0.13", null);
        Place place = new Place(
                Occurrences.LOAD,
                null,
                null,
                List.of(Occurrences.SLEEP, Occurrences.LOAD, jdk, jdk, jdk),
                "00000000000000aa");

        assertThat(page(Run.in(folder).with(with(pinned(), place)).ended().report()))
                .contains("<li class=\"folded\">3 JDK frames</li>");
    }

    @Test
    void no_text_of_the_program_can_become_markup_or_script() throws IOException {
        Frame frame = new Frame("com.acme." + EVIL, "m" + EVIL, 1, EVIL, null);
        var hold = new Hold(new ThreadRef(EVIL, 1), new ThreadRef(EVIL, 2), 200, 100, 0, false);
        var place = new Place(frame, frame, frame, List.of(frame), "00000000000000aa");
        String page = page(Run.in(folder)
                .with(withText(with(with(pinned(), hold), place), EVIL, EVIL))
                .ended()
                .report());

        assertThat(page).doesNotContain("<img src=x", "<script>alert", "\u0000");
        assertThat(page.split("<script", -1))
                .as("three scripts: one early, the data, the code")
                .hasSize(4);
        assertThat(data(page)
                        .getAsJsonArray("lanes")
                        .get(0)
                        .getAsJsonArray()
                        .get(1)
                        .getAsString())
                .startsWith("</script><script>alert(1)");
    }

    @Test
    void nothing_is_asked_from_any_network() throws IOException {
        String page = page(Run.in(folder).with(pinned()).ended().report());

        assertThat(page).doesNotContain("http://", "https://", "src=", "@import", "url(", "fetch(", "XMLHttpRequest");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void the_data_has_each_stretch_by_lane_and_snag() throws IOException {
        var run = Run.in(folder);
        for (int i = 0; i < 40; i++) {
            run.with(Run.hold(i, i % 10));
        }
        JsonObject data = data(page(run.ended().report()));

        assertThat(data.getAsJsonArray("lanes")).hasSize(4);
        assertThat(data.getAsJsonArray("snags")).hasSize(10);
        assertThat(data.getAsJsonArray("stretches")).hasSize(40);
        JsonArray first = data.getAsJsonArray("stretches").get(0).getAsJsonArray();
        assertThat(first.get(0).getAsInt()).isZero();
        assertThat(first.get(1).getAsDouble()).isZero();
        assertThat(first.get(2).getAsDouble()).isEqualTo(20);
        JsonObject snag =
                data.getAsJsonArray("snags").get(first.get(3).getAsInt()).getAsJsonObject();
        assertThat(snag.get("id").getAsString()).isEqualTo("0000000000000001");
        assertThat(data.getAsJsonArray("tests").get(first.get(7).getAsInt()).getAsString())
                .isEqualTo("com.acme.ServiceTest.test0");
    }

    @Test
    void the_shares_of_the_stacks_add_up_to_the_held_time() throws IOException {
        var run = Run.in(folder);
        for (int i = 0; i < 100; i++) {
            run.with(Run.hold(i, i % 10));
        }
        RunReport report = run.ended().report();
        double held = 0;
        for (var stack : data(page(report)).getAsJsonArray("stacks")) {
            held += stack.getAsJsonArray().get(1).getAsDouble();
        }

        assertThat(held).isEqualTo(report.figures().heldMs());
    }

    @Test
    void ten_thousand_occurrences_make_a_page_of_some_megabytes() throws IOException {
        var run = Run.in(folder);
        for (int i = 0; i < 10_000; i++) {
            run.with(Run.hold(i, i % 200));
        }
        String page = page(run.ended().report());

        assertThat(data(page).getAsJsonArray("stretches")).hasSize(10_000);
        assertThat(page.length()).isLessThan(3_000_000);
    }

    @Test
    void with_nothing_to_show_it_says_so_and_shows_no_empty_figures() throws IOException {
        String page = page(Run.in(folder).ended().report());

        assertThat(page).contains("<body class=\"mood-well\">", "Nothing held a carrier.", "12,345");
        assertThat(page).contains("<div hidden>");
    }

    @Test
    void what_is_doubtful_is_said_at_the_top() throws IOException {
        String page = page(Run.in(folder).with(as("1", true, pinned())).report());

        assertThat(page).contains("What may not have been seen", "has no end line", "no end line</span>");
    }

    @Test
    void the_state_says_new_only_where_there_is_a_baseline_to_be_new_against() throws IOException {
        String alone = page(Run.in(folder).with(pinned()).ended().report());
        assertThat(alone).contains("<span class=\"state state-fails\">fails</span>");
        var other = Occurrences.of("00000000000000aa", as("2", false, pinned()));
        String compared = page(Run.in(folder).with(pinned(), other).ended().report(Run.policy(List.of(other), "")));
        assertThat(compared)
                .contains("<span class=\"state state-fails\">new</span>")
                .contains("<span class=\"state state-quiet\">known</span>");
        String allowed = page(Run.in(folder)
                .with(pinned())
                .ended()
                .report(Run.policy(List.of(), "PINNED com.acme.* because it is old\n")));
        assertThat(allowed)
                .contains("<span class=\"state state-quiet\">allowed</span>")
                .contains("allow.txt, line 1: it is old");
    }

    @Test
    void each_place_of_a_template_must_be_filled() {
        assertThat(Template.filled("a {{x}} b {{y}}", Map.of("x", "{{y}}", "y", "1")))
                .isEqualTo("a {{y}} b 1");
        assertThatThrownBy(() -> Template.filled("{{z}}", Map.of())).hasMessage("Nothing is given for z");
    }
}
