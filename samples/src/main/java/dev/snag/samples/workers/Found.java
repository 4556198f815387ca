package dev.snag.samples.workers;

import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.Occurrence;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.Severity;
import dev.snag.findings.jsonl.JsonlReader;
import dev.snag.findings.jsonl.LatestLines;
import dev.snag.findings.jsonl.Line;
import dev.snag.findings.jsonl.Lines;
import dev.snag.findings.tally.Snag;
import dev.snag.findings.tally.SnagTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the agent has found of a type of worker, in one line. */
final class Found {

    private static final int MOST_KINDS = 2;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final SnagTally tally = new SnagTally();
    private OpenConnections most;
    private int files;

    private Found() {}

    /** Reads all reports in a folder; throws {@link IOException} where there is none: nothing was watched then. */
    static Found in(Path folder) throws IOException {
        var found = new Found();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(path -> path.endsWith("snags.jsonl")).toList()) {
                found.read(file);
            }
        }
        if (found.files == 0) {
            throw new IOException("the agent has left no report in " + folder + "; nothing was watched");
        }
        return found;
    }

    private void read(Path file) throws IOException {
        files++;
        try (Lines lines = new LatestLines(JsonlReader.open(file))) {
            for (Line line : (Iterable<Line>) lines.stream()::iterator) {
                if (line instanceof Line.Read read && read.entry() instanceof Occurrence occurrence) {
                    tally.add(occurrence);
                } else if (line instanceof Line.Read read && read.entry() instanceof OpenConnections connections) {
                    most = most == null || connections.peak() > most.peak() ? connections : most;
                }
            }
        }
    }

    /** The most connections of virtual threads at one time, where they were over the limit; else 0. */
    long peak() {
        return most == null ? 0 : most.peak();
    }

    /** {@code nothing}, or kinds with their numbers; warnings, as of a JVM that warms up, are told last and in short. */
    String text() {
        var parts = new ArrayList<String>();
        byKind(Severity.ERROR).entrySet().stream()
                .sorted((one, other) -> Double.compare(total(other.getValue()), total(one.getValue())))
                .limit(MOST_KINDS)
                .forEach(each -> parts.add(told(each.getKey(), each.getValue())));
        if (most != null) {
            parts.add(most.peak() + " connections at one time, limit " + most.limit());
        }
        Map<String, List<Snag>> warnings = byKind(Severity.WARNING);
        if (!warnings.isEmpty()) {
            long count = warnings.values().stream().mapToLong(Found::count).sum();
            parts.add("warnings ×" + count + " (" + String.join(", ", warnings.keySet()) + ")");
        }
        return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }

    private Map<String, List<Snag>> byKind(Severity severity) {
        return tally.snags().stream()
                .filter(snag -> snag.example().severity() == severity)
                .collect(
                        Collectors.groupingBy(snag -> kind(snag.example().cause()), TreeMap::new, Collectors.toList()));
    }

    private static long count(List<Snag> snags) {
        return snags.stream().mapToLong(Snag::count).sum();
    }

    private static double total(List<Snag> snags) {
        return snags.stream().mapToDouble(Snag::totalMs).sum();
    }

    private static String told(String kind, List<Snag> snags) {
        Snag longest = snags.stream()
                .max((one, other) -> Double.compare(one.totalMs(), other.totalMs()))
                .orElseThrow();
        Frame culprit = longest.example().place().culprit();
        String where = culprit == null
                ? ""
                : " in " + culprit.className().substring(culprit.className().lastIndexOf('.') + 1) + "."
                        + culprit.method();
        return String.format(
                Locale.ROOT, "%s ×%d, %.1f s in all%s", kind, count(snags), total(snags) / MILLIS_PER_SECOND, where);
    }

    private static String kind(Cause cause) {
        Object detail = cause.category() != null ? cause.category() : cause.reason();
        return detail == null ? cause.kind().name() : cause.kind() + "(" + detail + ")";
    }
}
