package dev.snag.samples.demo;

import dev.snag.findings.Cause;
import dev.snag.findings.Occurrence;
import dev.snag.findings.jsonl.JsonlReader;
import dev.snag.findings.jsonl.Line;
import dev.snag.findings.jsonl.Lines;
import dev.snag.findings.tally.Snag;
import dev.snag.findings.tally.SnagTally;
import dev.snag.samples.load.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the agent has found, as its report has it.
 *
 * @param file the report
 * @param snags the one with the largest total first
 */
record FoundSnags(Path file, List<Snag> snags) {
    private static final String ROW = "  %-21s  %-19s %s\n";

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

    /** A line for each step and what was found in its code, one for what was found elsewhere, and where to read on. */
    String beside(List<Step> planted) {
        StringBuilder text = new StringBuilder("Planted, and what the agent has found of it:\n");
        List<Snag> elsewhere = new ArrayList<>(snags);
        for (Step step : planted) {
            List<Snag> here = snags.stream()
                    .filter(snag -> isIn(step.planted().code(), snag))
                    .toList();
            elsewhere.removeAll(here);
            text.append(ROW.formatted(step.name(), step.planted().what(), told(here)));
        }
        text.append(ROW.formatted("elsewhere", "", told(elsewhere)));
        return text.append("The report: ").append(file).append('\n').toString();
    }

    private static boolean isIn(Class<?> code, Snag snag) {
        // Who waits for a class to be initialized has no frame of it; the reason names it.
        return snag.example().place().stack().stream()
                        .anyMatch(frame -> frame.className().equals(code.getName()))
                || snag.example().why().contains(code.getName());
    }

    private static String told(List<Snag> snags) {
        return snags.isEmpty()
                ? "nothing"
                : snags.stream().map(FoundSnags::told).collect(Collectors.joining(", "));
    }

    private static String told(Snag snag) {
        Cause cause = snag.example().cause();
        Object detail = cause.category() != null ? cause.category() : cause.reason();
        String kind = detail == null ? cause.kind().name() : cause.kind() + " (" + detail + ")";
        return String.format(Locale.ROOT, "%d x %s up to %.0f ms", snag.count(), kind, snag.longestMs());
    }
}
