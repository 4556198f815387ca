package dev.snag.samples.demo;

import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.jsonl.JsonlReader;
import dev.snag.findings.jsonl.Line;
import dev.snag.findings.jsonl.Lines;
import dev.snag.findings.tally.Snag;
import dev.snag.findings.tally.SnagTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the agent has found, as its report has it.
 *
 * @param file the report
 * @param snags the one with the largest total first
 */
record FoundSnags(Path file, List<Snag> snags) {
    private static final String ROW = "%6s %11s  %-14s %-13s %s%n";

    /** Reads the report in a folder; throws {@link IOException} where the agent has left none, or an empty one. */
    static FoundSnags read(Path folder) throws IOException {
        Path file = folder.resolve("snags.jsonl");
        if (!Files.isRegularFile(file)) {
            throw new IOException("the agent has left no " + file + "; nothing was watched");
        }
        SnagTally tally = new SnagTally();
        boolean started = false;
        try (Lines lines = JsonlReader.open(file)) {
            for (Line line : (Iterable<Line>) lines.stream()::iterator) {
                started |= line instanceof Line.Read;
                if (line instanceof Line.Read read && read.entry() instanceof Occurrence occurrence) {
                    tally.add(occurrence);
                }
            }
        }
        if (!started) {
            throw new IOException("nothing can be read in " + file + "; nothing was watched");
        }
        return new FoundSnags(file, tally.snags());
    }

    /** A line for each snag, and where to read on. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Found by the agent in the run on virtual threads:\n");
        text.append(ROW.formatted("holds", "longest", "kind", "", "in"));
        for (Snag snag : snags) {
            Cause cause = snag.example().cause();
            text.append(ROW.formatted(
                    snag.count(),
                    String.format(Locale.ROOT, "%.0f ms", snag.longestMs()),
                    cause.kind(),
                    detail(cause),
                    place(snag.example().place())));
        }
        return text.append("All of it, one JSON object a line: ").append(file).toString();
    }

    private static String detail(Cause cause) {
        if (cause.category() != null) {
            return cause.category().name();
        }
        return cause.reason() == null ? "" : cause.reason().name();
    }

    private static String place(Place place) {
        Frame frame = place.caller() != null ? place.caller() : place.offender();
        return frame == null ? "" : frame.toString();
    }
}
