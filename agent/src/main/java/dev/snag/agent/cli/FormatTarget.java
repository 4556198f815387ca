package dev.snag.agent.cli;

import dev.snag.findings.report.formats.ReportFormat;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A format and where it goes.
 *
 * @param file null for standard output; of a page, for {@code snags.html} beside the reports
 */
record FormatTarget(ReportFormat format, Path file) {

    /** Reads {@code sarif} and {@code sarif=FILE}. */
    static final class Converter implements ITypeConverter<FormatTarget> {
        @Override
        public FormatTarget convert(String text) {
            int equals = text.indexOf('=');
            String word = equals < 0 ? text : text.substring(0, equals);
            for (ReportFormat format : ReportFormat.values()) {
                if (format.word().equals(word.toLowerCase(Locale.ROOT))) {
                    return new FormatTarget(format, equals < 0 ? null : Path.of(text.substring(equals + 1)));
                }
            }
            throw new TypeConversionException("'" + word + "' is no format; write one of " + words()
                    + ", and =FILE after it to have it in a file");
        }
    }

    /** All formats, as the end of a sentence. */
    static String words() {
        var words = new StringJoiner(", ");
        for (ReportFormat format : ReportFormat.values()) {
            words.add(format.word());
        }
        return words.toString();
    }
}
