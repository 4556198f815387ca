package dev.snag.findings.jsonl;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads {@code snags.jsonl} line by line, in memory bounded by the longest line, and trusts nothing in it.
 *
 * <p>A file may end in the middle of a line (its JVM was killed), hold two lines written into each other, zeros (its
 * machine crashed), or lines of a version that knows more. Each line that is of no use is given as
 * {@link Line.Skipped} in its place, with the reason. Fields that are not known are passed over; so is an unknown
 * {@code reason} or {@code category}; an unknown {@code severity} counts as an error. Empty lines are passed over.
 */
public final class JsonlReader implements Lines {

    /** A longer line, in characters, is skipped without being kept in memory. */
    public static final int LONGEST_LINE = 4 * 1024 * 1024;

    private final BoundedLines lines;

    /** Reads UTF-8 from {@code in}, and closes it when closed. */
    public JsonlReader(InputStream in) {
        lines = new BoundedLines(new InputStreamReader(in, StandardCharsets.UTF_8), LONGEST_LINE);
    }

    /**
     * Opens a file.
     *
     * @throws IOException where it cannot be opened
     */
    public static JsonlReader open(Path file) throws IOException {
        return new JsonlReader(Files.newInputStream(file));
    }

    @Override
    public Optional<Line> next() throws IOException {
        for (RawLine raw = lines.next(); raw != null; raw = lines.next()) {
            if (raw.text() == null) {
                return skipped(raw, "is longer than " + LONGEST_LINE + " characters (" + raw.length() + ")");
            }
            if (!raw.text().isBlank()) {
                return Optional.of(read(raw));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static Line read(RawLine raw) {
        try {
            return new Line.Read(raw.number(), EntryParser.entry(JsonFields.parse(raw.text())));
        } catch (UnusableLine unusable) {
            return new Line.Skipped(raw.number(), why(raw, unusable));
        }
    }

    private static String why(RawLine raw, UnusableLine unusable) {
        if (!unusable.damaged()) {
            return unusable.getMessage();
        }
        if (raw.text().indexOf('\0') >= 0) {
            return "holds zero bytes, as a file may after a crash of the machine or with a full disk";
        }
        return raw.ended() ? unusable.getMessage() : "ends in its middle, as the last line of a killed JVM may";
    }

    private static Optional<Line> skipped(RawLine raw, String why) {
        return Optional.of(new Line.Skipped(raw.number(), why));
    }
}
