package dev.snag.findings.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.snag.findings.AgentError;
import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.End;
import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Excused;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.InLocale;
import dev.snag.findings.Kind;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.PinReason;
import dev.snag.findings.Place;
import dev.snag.findings.RandomEntries;
import dev.snag.findings.Severity;
import dev.snag.findings.Start;
import dev.snag.findings.ThreadRef;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonlWriterTest {

    @Test
    void an_occurrence_is_one_flat_object_with_the_promised_names_in_the_promised_order() {
        var occurrence = new Occurrence(
                "4711-1",
                true,
                Instant.parse("2026-11-24T10:15:30.123456Z"),
                Severity.WARNING,
                new Hold(new ThreadRef("", 43), new ThreadRef("worker-2", 31), 1204.2174, 100, 12.5, true),
                new Cause(
                        Kind.MONITOR,
                        PinReason.CLASS_INIT,
                        Category.FILE,
                        "Object.wait",
                        new MonitorRef("com.acme.Lock", new ThreadRef("main", 1)),
                        List.of("park hook", "jfr"),
                        Map.of(Kind.MONITOR, 700.0, Kind.CPU, 504.2174)),
                new Place(
                        new Frame("com.acme.A", "a", 1, "a-1.jar", "1"),
                        new Frame("com.acme.B", "b", 2, "classes", null),
                        new Frame("com.acme.C", "<clinit>", 3, null, null),
                        List.of(new Frame("java.lang.Object", "wait0", 0, "java.base@21.0.13", null)),
                        "9f3c01ab77d2e4f0"),
                "It waits.",
                "Let it not.",
                "com.acme.ATest.waits");
        assertThat(JsonlWriter.line(occurrence))
                .isEqualTo("{\"type\":\"occurrence\",\"id\":\"4711-1\",\"ongoing\":true,"
                        + "\"time\":\"2026-11-24T10:15:30.123456Z\",\"kind\":\"MONITOR\",\"severity\":\"WARNING\","
                        + "\"reason\":\"CLASS_INIT\",\"category\":\"FILE\",\"durationMs\":1204.217,"
                        + "\"thresholdMs\":100.000,\"excusedMs\":12.500,\"thread\":{\"name\":\"\",\"id\":43},"
                        + "\"carrier\":{\"name\":\"worker-2\",\"id\":31},\"compensated\":true,"
                        + "\"sensors\":[\"park hook\",\"jfr\"],\"operation\":\"Object.wait\","
                        + "\"monitor\":{\"class\":\"com.acme.Lock\",\"owner\":{\"name\":\"main\",\"id\":1}},"
                        + "\"sharesMs\":{\"MONITOR\":700.000,\"CPU\":504.217},"
                        + "\"offender\":{\"class\":\"com.acme.A\",\"method\":\"a\",\"line\":1,\"jar\":\"a-1.jar\","
                        + "\"version\":\"1\"},"
                        + "\"caller\":{\"class\":\"com.acme.B\",\"method\":\"b\",\"line\":2,\"jar\":\"classes\"},"
                        + "\"culprit\":{\"class\":\"com.acme.C\",\"method\":\"<clinit>\",\"line\":3},"
                        + "\"stack\":[{\"class\":\"java.lang.Object\",\"method\":\"wait0\",\"line\":0,"
                        + "\"jar\":\"java.base@21.0.13\"}],\"fingerprint\":\"9f3c01ab77d2e4f0\","
                        + "\"why\":\"It waits.\",\"advice\":\"Let it not.\",\"test\":\"com.acme.ATest.waits\"}");
    }

    @Test
    void what_is_null_or_says_nothing_is_left_out() {
        var bare = new Occurrence(
                "1",
                false,
                Instant.EPOCH,
                Severity.ERROR,
                new Hold(new ThreadRef(null, 43), new ThreadRef(null, 31), 120, 100, 0, false),
                new Cause(Kind.CPU, null, null, null, null, List.of(), Map.of(Kind.CPU, 120.0)),
                new Place(null, null, null, List.of(), "f"),
                null,
                null,
                null);
        assertThat(JsonlWriter.line(bare))
                .isEqualTo("{\"type\":\"occurrence\",\"id\":\"1\",\"ongoing\":false,"
                        + "\"time\":\"1970-01-01T00:00:00Z\",\"kind\":\"CPU\",\"severity\":\"ERROR\","
                        + "\"durationMs\":120.000,\"thresholdMs\":100.000,\"thread\":{\"id\":43},"
                        + "\"carrier\":{\"id\":31},\"compensated\":false,\"sensors\":[],\"stack\":[],"
                        + "\"fingerprint\":\"f\"}");
    }

    @Test
    void a_start_says_what_watches_and_how_in_the_order_given() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("profile", "dev");
        options.put("max-blocking-time", "100ms");
        var start =
                new Start(Instant.EPOCH, 4711, "Temurin 25.0.3+9", options, Map.of("jfr", "off: no module jdk.jfr"));
        assertThat(JsonlWriter.line(start))
                .isEqualTo("{\"type\":\"start\",\"format\":1,\"time\":\"1970-01-01T00:00:00Z\",\"pid\":4711,"
                        + "\"jdk\":\"Temurin 25.0.3+9\",\"options\":{\"profile\":\"dev\","
                        + "\"max-blocking-time\":\"100ms\"},\"sensors\":{\"jfr\":\"off: no module jdk.jfr\"}}");
    }

    @Test
    void an_excused_hold_says_what_made_it_long() {
        var excused = new Excused(
                Instant.EPOCH,
                ExcuseReason.STOP_THE_WORLD,
                150,
                140.5,
                100,
                new ThreadRef("v", 43),
                new ThreadRef("w", 31));
        assertThat(JsonlWriter.line(excused))
                .isEqualTo("{\"type\":\"excused\",\"time\":\"1970-01-01T00:00:00Z\",\"reason\":\"STOP_THE_WORLD\","
                        + "\"durationMs\":150.000,\"excusedMs\":140.500,\"thresholdMs\":100.000,"
                        + "\"thread\":{\"name\":\"v\",\"id\":43},\"carrier\":{\"name\":\"w\",\"id\":31}}");
    }

    @Test
    void an_error_and_an_end_have_all_their_fields() {
        assertThat(JsonlWriter.line(new AgentError(Instant.EPOCH, "monitor", "it broke")))
                .isEqualTo("{\"type\":\"error\",\"time\":\"1970-01-01T00:00:00Z\",\"where\":\"monitor\","
                        + "\"message\":\"it broke\"}");
        assertThat(JsonlWriter.line(new End(Instant.EPOCH, true, 1, 2, 3, 4, 5, 6, 7)))
                .isEqualTo("{\"type\":\"end\",\"time\":\"1970-01-01T00:00:00Z\",\"alive\":true,\"holds\":1,"
                        + "\"pinnedParks\":2,\"occurrences\":3,\"snags\":4,\"excused\":5,\"dropped\":6,"
                        + "\"ownErrors\":7}");
        assertThat(JsonlWriter.line(new End(Instant.EPOCH, true, 1, 2, 3, 4, 5, 6, 7)
                        .withAllowedScopes(Map.of("a local file", 2L))))
                .endsWith("\"ownErrors\":7,\"allowedScopes\":{\"a local file\":2}}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.000",
        "0.0004, 0.000",
        "0.0005, 0.001",
        "0.001, 0.001",
        "0.01, 0.010",
        "0.1, 0.100",
        "9.9995, 10.000",
        "100, 100.000",
        "1204.217, 1204.217",
        "86400000.001, 86400000.001",
        "-0.5, -0.500",
        "-12.34, -12.340",
    })
    void a_duration_has_three_digits_after_the_point(double millis, String text) {
        assertThat(Millis.text(millis)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_duration_that_is_no_number_is_refused(double millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonlWriter.line(Occurrences.with(Occurrences.pinned(), Occurrences.hold(millis))))
                .withMessageContaining("finite number of milliseconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-SA-u-nu-arab", "de", "fa-IR", "th-TH-u-nu-thai"})
    void a_line_is_the_same_in_every_locale(String locale) {
        String here = JsonlWriter.line(Occurrences.pinned());
        assertThat(InLocale.get(locale, () -> JsonlWriter.line(Occurrences.pinned())))
                .isEqualTo(here)
                .contains("\"durationMs\":1204.217", "\"kind\":\"PINNED\"");
    }

    @Test
    void no_entry_ever_takes_more_than_one_line() {
        var entries = new RandomEntries(7);
        for (int i = 0; i < 2_000; i++) {
            assertThat(JsonlWriter.line(entries.next())).doesNotContain("\n", "\r", "\u2028", "\u2029", "\u0000");
        }
    }

    @Test
    void half_of_a_surrogate_pair_in_a_name_does_not_cost_the_line() throws IOException {
        for (String name : List.of("\ud83e", "a\udd95b", "\udd95\ud83e", "ok\ud83e\uddf5\ud83e")) {
            var hold = new Hold(new ThreadRef(name, 1), new ThreadRef("w", 2), 120, 100, 0, false);
            String line = JsonlWriter.line(Occurrences.with(Occurrences.pinned(), hold));
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
            assertThat(line).contains("\ufffd");
        }
        assertThat(WritableText.of("\ud83e\uddf5 whole pairs stay \ud83e\uddf5"))
                .isEqualTo("\ud83e\uddf5 whole pairs stay \ud83e\uddf5");
    }

    @Test
    void a_name_of_megabytes_is_cut() {
        var hold = new Hold(new ThreadRef("x".repeat(5_000_000), 1), new ThreadRef("w", 2), 120, 100, 0, false);
        assertThat(JsonlWriter.line(Occurrences.with(Occurrences.pinned(), hold)))
                .hasSizeLessThan(JsonlReader.LONGEST_LINE)
                .contains("xxx...\"");
    }

    @Test
    void each_line_is_handed_over_whole_and_flushed_at_once() throws IOException {
        var seen = new ArrayList<String>();
        var out = new StringWriter() {
            @Override
            public void write(String text) {
                seen.add(text);
            }

            @Override
            public void flush() {
                seen.add("flush");
            }
        };
        var writer = new JsonlWriter(out);
        writer.write(new AgentError(Instant.EPOCH, "a", "b"));
        writer.write(new AgentError(Instant.EPOCH, "c", "d"));
        assertThat(seen).hasSize(4);
        assertThat(seen.get(0)).startsWith("{").endsWith("}\n");
        assertThat(seen.get(1)).isEqualTo("flush");
        assertThat(seen.get(2)).startsWith("{").endsWith("}\n");
        assertThat(seen.get(3)).isEqualTo("flush");
    }
}
