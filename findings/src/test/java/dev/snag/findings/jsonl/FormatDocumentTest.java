package dev.snag.findings.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.Category;
import dev.snag.findings.Entry;
import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Kind;
import dev.snag.findings.PinReason;
import dev.snag.findings.RandomEntries;
import dev.snag.findings.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormatDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "findings-format.md");
    private static final Pattern NAME = Pattern.compile("\"([A-Za-z]+)\":");

    @Test
    void every_example_line_is_read_and_written_again_as_it_stands() throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(7);
        for (String example : examples) {
            assertThat(JsonlWriter.line(read(example))).isEqualTo(example);
        }
    }

    @Test
    void there_is_an_example_of_every_type() throws IOException {
        Set<String> types = new TreeSet<>();
        for (String example : examples()) {
            types.add(read(example).type());
        }
        assertThat(types).containsExactly("connections", "end", "error", "excused", "occurrence", "start");
        assertThat(types).hasSameSizeAs(Entry.class.getPermittedSubclasses());
    }

    @Test
    void every_field_that_is_ever_written_is_described() throws IOException {
        String document = Files.readString(DOCUMENT);
        var entries = new RandomEntries(5);
        for (int i = 0; i < 500; i++) {
            Matcher names =
                    NAME.matcher(JsonlWriter.line(entries.occurrence()) + JsonlWriter.line(entries.connections()));
            while (names.find()) {
                assertThat(document).contains("`" + names.group(1) + "`");
            }
        }
    }

    @Test
    void every_name_of_a_kind_reason_category_and_severity_is_described() throws IOException {
        String document = Files.readString(DOCUMENT);
        Stream.of(Kind.values(), PinReason.values(), Category.values(), Severity.values(), ExcuseReason.values())
                .flatMap(Arrays::stream)
                .forEach(constant -> assertThat(document).contains("`" + constant.name() + "`"));
    }

    private static List<String> examples() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("{"))
                .toList();
    }

    private static Entry read(String line) throws IOException {
        var in = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
        Line read = new JsonlReader(in).next().orElseThrow();
        assertThat(read).isInstanceOf(Line.Read.class);
        return ((Line.Read) read).entry();
    }
}
