package dev.snag.findings.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.snag.findings.AgentError;
import dev.snag.findings.End;
import dev.snag.findings.Entry;
import dev.snag.findings.HeldCarrier;
import dev.snag.findings.LockRef;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.RandomEntries;
import dev.snag.findings.Severity;
import dev.snag.findings.Starvation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonlReaderTest {

    private static final String GOOD = JsonlWriter.line(Occurrences.pinned());
    private static final String ERROR = JsonlWriter.line(new AgentError(Instant.EPOCH, "a", "b"));

    @Test
    void whatever_is_written_is_read_back() throws IOException {
        var random = new RandomEntries(42);
        var entries = new ArrayList<Entry>();
        var text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            Entry entry = random.next();
            entries.add(entry);
            text.append(JsonlWriter.line(entry)).append('\n');
        }
        List<Line> lines = read(text.toString());
        assertThat(lines).hasSize(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            assertThat(lines.get(i)).isEqualTo(new Line.Read(i + 1, entries.get(i)));
        }
    }

    @Test
    void an_empty_file_has_no_lines() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n \r\n")).isEmpty();
    }

    @Test
    void a_file_that_does_not_exist_throws(@TempDir Path folder) {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> JsonlReader.open(folder.resolve("none.jsonl")).close());
    }

    @Test
    void an_error_of_the_disk_throws_and_does_not_look_like_the_end() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("bad sector");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new JsonlReader(broken).next())
                .withMessage("bad sector");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new JsonlReader(broken).stream().toList());
    }

    @Test
    void a_last_line_cut_off_anywhere_costs_no_other_line_and_is_told() throws IOException {
        for (int cut = 1; cut < GOOD.length(); cut++) {
            List<Line> lines = read(ERROR + "\n" + GOOD.substring(0, cut));
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).isInstanceOf(Line.Read.class);
            assertThat(lines.get(1)).hasToString("line 2 ends in its middle, as the last line of a killed JVM may");
        }
    }

    @Test
    void a_last_line_that_lacks_only_its_line_feed_counts() throws IOException {
        assertThat(read(GOOD)).containsExactly(new Line.Read(1, Occurrences.pinned()));
    }

    @Test
    void two_lines_written_into_each_other_are_told() throws IOException {
        String interleaved = GOOD.substring(0, 40) + GOOD + GOOD.substring(40);
        List<Line> lines = read(interleaved + "\n" + GOOD + ERROR + "\n" + ERROR + "\n");
        assertThat(lines.get(0))
                .hasToString("line 1 is not one JSON object: damaged, or two lines written into each other");
        assertThat(lines.get(1))
                .hasToString("line 2 is not one JSON object: damaged, or two lines written into each other");
        assertThat(lines.get(2)).isInstanceOf(Line.Read.class);
    }

    @Test
    void zeros_left_by_a_crash_are_told() throws IOException {
        List<Line> lines = read("\0".repeat(5_000) + "\n" + ERROR + "\n" + "\0\0" + GOOD + "\n" + "\0".repeat(9));
        assertThat(lines).hasSize(4);
        for (int i : new int[] {0, 2, 3}) {
            assertThat(lines.get(i).toString()).contains("holds zero bytes");
        }
        assertThat(lines.get(1)).isInstanceOf(Line.Read.class);
    }

    @Test
    void a_type_of_a_later_version_is_told_by_name() throws IOException {
        assertThat(read("{\"type\":\"starvation\",\"time\":\"2030-01-01T00:00:00Z\"}\n"))
                .singleElement()
                .hasToString("line 1 is of type \"starvation\", which this version of Snag does not know");
    }

    @Test
    void a_kind_of_a_later_version_is_told_by_name() throws IOException {
        assertThat(read(GOOD.replace("\"PINNED\"", "\"MELTDOWN\"")))
                .singleElement()
                .hasToString("line 1 has the kind \"MELTDOWN\", which this version of Snag does not know");
    }

    @Test
    void fields_of_a_later_version_are_passed_over() throws IOException {
        String later = GOOD.replace("\"id\":\"4711-1\"", "\"new\":{\"deep\":[1,{\"a\":null}]},\"id\":\"4711-1\"")
                .replace("\"line\":88", "\"column\":3,\"line\":88");
        assertThat(read(later)).containsExactly(new Line.Read(1, Occurrences.pinned()));
    }

    @Test
    void names_of_a_later_version_make_nothing_milder() throws IOException {
        String later = GOOD.replace("\"ERROR\"", "\"FATAL\"").replace("\"MONITOR\"", "\"SOMETHING\"");
        Occurrence read = (Occurrence) ((Line.Read) read(later).getFirst()).entry();
        assertThat(read.severity()).isEqualTo(Severity.ERROR);
        assertThat(read.cause().reason()).isNull();
    }

    @Test
    void an_outage_of_all_carriers_needs_no_thread_no_carrier_and_none_of_its_own_fields() throws IOException {
        String bare = "{\"type\":\"occurrence\",\"id\":\"1\",\"time\":\"1970-01-01T00:00:00Z\",\"kind\":\"STARVATION\","
                + "\"durationMs\":250.0,\"thresholdMs\":100.0,\"fingerprint\":\"f\"}";
        Occurrence read = (Occurrence) ((Line.Read) read(bare).getFirst()).entry();
        assertThat(read.hold().thread()).isNull();
        assertThat(read.hold().carrier()).isNull();
        assertThat(read.cause().starvation()).isNull();
    }

    @Test
    void odd_parts_of_an_outage_cost_the_part_alone() throws IOException {
        String odd = "{\"type\":\"occurrence\",\"id\":\"1\",\"time\":\"1970-01-01T00:00:00Z\",\"kind\":\"STARVATION\","
                + "\"durationMs\":250.0,\"thresholdMs\":100.0,\"fingerprint\":\"f\",\"queued\":3,\"deadlock\":\"perhaps\","
                + "\"carriers\":[7,{\"carrier\":\"x\",\"kind\":\"MELTDOWN\",\"stack\":9}],\"lock\":{\"waiters\":\"many\"}}";
        Occurrence read = (Occurrence) ((Line.Read) read(odd).getFirst()).entry();
        assertThat(read.cause().starvation())
                .isEqualTo(new Starvation(
                        3,
                        List.of(new HeldCarrier(null, null, null, null, List.of())),
                        new LockRef(null, null, null, null, 0),
                        false));
    }

    @Test
    void fields_may_come_in_any_order() throws IOException {
        assertThat(read("{\"message\":\"b\",\"where\":\"a\",\"time\":\"1970-01-01T00:00:00Z\",\"type\":\"error\"}"))
                .containsExactly(new Line.Read(1, new AgentError(Instant.EPOCH, "a", "b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "time", "kind", "durationMs", "thresholdMs", "thread", "carrier", "fingerprint", "type"})
    void an_occurrence_that_lacks_what_it_must_have_is_told(String field) throws IOException {
        assertThat(read(GOOD.replace("\"" + field + "\":", "\"x" + field + "\":")))
                .singleElement()
                .hasToString("line 1 has no usable " + field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"durationMs\":\"long\"",
                "\"durationMs\":1e999",
                "\"durationMs\":null",
                "\"durationMs\":{}",
                "\"durationMs\":[1]"
            })
    void a_field_of_another_type_counts_as_absent(String field) throws IOException {
        assertThat(read(GOOD.replace("\"durationMs\":1204.217", field)))
                .singleElement()
                .hasToString("line 1 has no usable durationMs");
    }

    @Test
    void odd_parts_of_an_occurrence_cost_the_part_alone() throws IOException {
        String odd = GOOD.replace("\"stack\":[", "\"stack\":[7,null,{},{\"class\":\"x\"},")
                .replace("\"sensors\":[", "\"sensors\":[1,null,{},")
                .replace("\"compensated\":false", "\"compensated\":\"no\"")
                .replace("\"line\":509", "\"line\":99999999999999999999");
        Occurrence read = (Occurrence) ((Line.Read) read(odd).getFirst()).entry();
        assertThat(read.place().stack()).hasSize(5);
        assertThat(read.place().stack().get(1).line()).isZero();
        assertThat(read.cause().sensors()).hasSize(2);
    }

    @Test
    void a_time_that_is_none_is_told() throws IOException {
        assertThat(read("{\"type\":\"end\",\"time\":\"yesterday\\u001b[31m\"}"))
                .singleElement()
                .hasToString("line 1 has a time that is not ISO-8601 UTC: \"yesterday?[31m\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "17",
                "\"text\"",
                "{type:'end'}",
                "{\"type\":\"end\"} // said",
                "{\"type\":\"end\",}",
                "{\"a\":NaN}",
                "<html>",
                "}",
                ")]}'\n"
            })
    void what_is_not_one_object_of_strict_json_is_told(String line) throws IOException {
        assertThat(read(line + "\n")).singleElement().isInstanceOf(Line.Skipped.class);
    }

    @Test
    void nesting_that_would_overflow_a_stack_is_told() throws IOException {
        String deep = "{\"type\":\"end\",\"x\":" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}";
        assertThat(read(deep + "\n" + ERROR)).hasSize(2).first().isInstanceOf(Line.Skipped.class);
    }

    @Test
    void numbers_made_to_be_slow_are_read_at_once_or_told() throws IOException {
        String end = "{\"type\":\"end\",\"time\":\"1970-01-01T00:00:00Z\",\"holds\":";
        List<Line> lines = read(end + "1e999999999}\n" + end + "9".repeat(1_000_000) + "}\n");
        assertThat(lines.get(0)).isEqualTo(new Line.Read(1, new End(Instant.EPOCH, false, 0, 0, 0, 0, 0, 0, 0)));
        assertThat(lines.get(1)).isInstanceOf(Line.Skipped.class);
    }

    @Test
    void a_line_of_the_longest_length_is_read_and_one_longer_is_told() throws IOException {
        String frame = "{\"type\":\"error\",\"time\":\"1970-01-01T00:00:00Z\",\"where\":\"a\",\"message\":\"\"}";
        String longest = frame.replace(":\"\"}", ":\"" + "x".repeat(JsonlReader.LONGEST_LINE - frame.length()) + "\"}");
        assertThat(longest).hasSize(JsonlReader.LONGEST_LINE);
        List<Line> lines = read(longest + "\nx" + longest + "\n" + ERROR + "\n");
        assertThat(lines.get(0)).isInstanceOf(Line.Read.class);
        assertThat(lines.get(1)).hasToString("line 2 is longer than 4194304 characters (4194305)");
        assertThat(lines.get(2)).isEqualTo(new Line.Read(3, new AgentError(Instant.EPOCH, "a", "b")));
    }

    @Test
    void lines_of_windows_and_bytes_that_are_not_utf_8_do_no_harm() throws IOException {
        byte[] bytes = (ERROR + "\r\n" + ERROR.replace("\"b\"", "\"#\"") + "\r\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '#' ? (byte) 0xff : bytes[i];
        }
        assertThat(new JsonlReader(new ByteArrayInputStream(bytes)).stream().toList())
                .containsExactly(
                        new Line.Read(1, new AgentError(Instant.EPOCH, "a", "b")),
                        new Line.Read(2, new AgentError(Instant.EPOCH, "a", "\ufffd")));
    }

    @Test
    void damage_anywhere_never_throws() throws IOException {
        var random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            var damaged = new StringBuilder(GOOD);
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, (char) random.nextInt(0x180));
                    case 1 -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(30)));
                    default -> damaged.insert(at, GOOD, 0, random.nextInt(GOOD.length()));
                }
            }
            assertThat(read(ERROR + "\n" + damaged).getFirst()).isInstanceOf(Line.Read.class);
        }
    }

    @Test
    void a_hundred_megabytes_are_read_as_they_are_asked_for() throws IOException {
        byte[] line = (GOOD + "\n").getBytes(StandardCharsets.UTF_8);
        long count = 100L * 1024 * 1024 / line.length;
        var source = new Repeated(line, count);
        long read = 0;
        long furthestAhead = 0;
        try (var reader = new JsonlReader(source)) {
            while (reader.next().isPresent()) {
                read++;
                furthestAhead = Math.max(furthestAhead, source.given() - read * line.length);
            }
        }
        assertThat(read).isEqualTo(count);
        assertThat(furthestAhead).isLessThan(128 * 1024L);
    }

    private static List<Line> read(String text) throws IOException {
        try (var reader = new JsonlReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return reader.stream().toList();
        }
    }
}
