package dev.snag.findings.report.formats;

import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SourcePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A format and where it goes.
 *
 * @param file null where none was named
 */
public record FormatTarget(ReportFormat format, Path file) {

    /**
     * Reads {@code sarif} and {@code sarif=FILE}.
     *
     * @throws IllegalArgumentException where there is no such format
     */
    public static FormatTarget parse(String text) {
        int equals = text.indexOf('=');
        String word = equals < 0 ? text : text.substring(0, equals);
        for (ReportFormat format : ReportFormat.values()) {
            if (format.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return new FormatTarget(
                        format,
                        equals < 0 ? null : Path.of(text.substring(equals + 1).strip()));
            }
        }
        throw new IllegalArgumentException(
                "'" + word + "' is no format; write one of " + words() + ", and =FILE after it to have it in a file");
    }

    /** All formats, as the end of a sentence. */
    public static String words() {
        var words = new StringJoiner(", ");
        for (ReportFormat format : ReportFormat.values()) {
            words.add(format.word());
        }
        return words.toString();
    }

    /**
     * Writes the report in this format.
     *
     * @param folder where it goes unless a file was named
     * @return what is said about it
     * @throws IOException where it cannot be written
     */
    public String write(RunReport report, SourcePaths sources, Path folder) throws IOException {
        Path to = file == null ? folder.resolve(format.fileName()) : file;
        if (to.getParent() != null) {
            Files.createDirectories(to.getParent());
        }
        Files.write(to, format.text(report, sources, Instant.now()).getBytes(StandardCharsets.UTF_8));
        return to + ": written, " + format.word();
    }
}
