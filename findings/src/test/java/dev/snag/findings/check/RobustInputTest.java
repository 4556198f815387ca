package dev.snag.findings.check;

import static dev.snag.findings.Occurrences.as;
import static dev.snag.findings.Occurrences.pinned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.findings.End;
import dev.snag.findings.Occurrences;
import dev.snag.findings.Start;
import dev.snag.findings.jsonl.JsonlReader;
import dev.snag.findings.jsonl.JsonlWriter;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.report.Run;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.html.HtmlReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds: what could be read is shown, what could not is said, and nothing damaged is green. */
class RobustInputTest {

    private static final String START =
            JsonlWriter.line(new Start(Occurrences.TIME, 4711, "21", Map.of(), Map.of())) + "\n";
    private static final String END = JsonlWriter.line(new End(Occurrences.TIME, true, 9, 0, 0, 0, 0, 0, 0)) + "\n";
    private static final String FOUND = JsonlWriter.line(as("1", false, pinned())) + "\n";

    @TempDir
    private Path folder;

    private RunReport report(String text) throws IOException {
        return report(text.getBytes(StandardCharsets.UTF_8));
    }

    private RunReport report(byte[] bytes) throws IOException {
        Files.write(folder.resolve("snags.jsonl"), bytes);
        RunReport report = RunReport.of(List.of(folder), Run.policy("new"));
        assertThat(HtmlReport.text(report, Occurrences.TIME)).endsWith("</html>\n");
        return report;
    }

    private static String doubt(RunReport report) {
        assertThat(report.checked().result()).isInstanceOf(GateResult.Untrusted.class);
        return report.checked().doubts().getFirst();
    }

    @Test
    void truncated() throws IOException {
        RunReport report = report(START + END + FOUND.substring(0, 100));

        assertThat(doubt(report)).contains("line 3 ends in its middle");
        assertThat(report.jvms()).hasSize(1);
    }

    @Test
    void interleaved() throws IOException {
        RunReport report = report(START + FOUND.substring(0, 300) + END.strip() + FOUND.substring(300) + END);

        assertThat(doubt(report))
                .contains("line 2 is not one JSON object: damaged, or two lines written into each other");
        assertThat(report.jvms().getFirst().end()).isNotNull();
    }

    @Test
    void corrupt() throws IOException {
        assertThat(doubt(report(START + "\u0000\u0000\u0000\n" + END))).contains("holds zero bytes");
        var bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 37 + i / 256);
        }
        RunReport report = report(bytes);
        assertThat(report.checked().result()).isInstanceOf(GateResult.Untrusted.class);
        assertThat(report.hasData()).isFalse();
    }

    @Test
    void of_a_later_version() throws IOException {
        RunReport report =
                report(START.replace("\"format\":1", "\"format\":2") + FOUND.replace("PINNED", "PONDERING") + END);

        assertThat(report.checked().doubts())
                .anyMatch(doubt ->
                        doubt.contains("line 1 begins a report of format 2, and this version of Snag reads format 1"))
                .anyMatch(doubt -> doubt.contains("PONDERING"));
        assertThat(doubt(report)).isNotEmpty();
        assertThat(doubt(report(START + "{\"type\":\"premonition\"}\n" + END))).contains("is of type \"premonition\"");
    }

    @Test
    void with_a_line_that_is_too_long_to_keep() throws IOException {
        String line = "{\"type\":\"error\",\"message\":\"" + "x".repeat(JsonlReader.LONGEST_LINE) + "\"}\n";

        assertThat(doubt(report(START + line + END))).contains("line 2 is longer than");
    }

    @Test
    void empty() throws IOException {
        assertThat(doubt(report(""))).endsWith("no JVM has written to it");
        assertThat(doubt(report("\n\n"))).endsWith("no JVM has written to it");
    }

    @Test
    void of_several_jvms_of_which_one_is_damaged() throws IOException {
        Path other = folder.resolve("jvm-2");
        Files.createDirectories(other);
        Files.writeString(other.resolve("snags.jsonl"), START + FOUND + END);
        RunReport report = report(START + "{" + END);

        assertThat(report.jvms()).hasSize(2);
        assertThat(report.snags()).hasSize(1);
        assertThat(report.checked().read()).hasSize(2).anyMatch(line -> line.endsWith(", 1 line skipped"));
        assertThat(report.checked().result())
                .isInstanceOfSatisfying(
                        GateResult.Fails.class,
                        fails -> assertThat(fails.doubts()).isNotEmpty());
    }

    @Test
    void findings_beside_damage_still_fail() throws IOException {
        RunReport report = report(START + FOUND + "garbage\n" + END);

        assertThat(report.checked().result()).isInstanceOf(GateResult.Fails.class);
        assertThat(report.snags()).hasSize(1);
    }
}
