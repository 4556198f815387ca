package dev.snag.junit;

import dev.snag.findings.Occurrence;
import dev.snag.findings.jsonl.JsonlReader;
import dev.snag.findings.jsonl.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the agent says of a scope.
 *
 * @param beyond how many more findings there were than are kept
 * @param seen whether all is in it that was there to be seen
 * @param watching whether the watch lives
 * @param lost threads and findings of which nobody knows whose they are, since the JVM began
 */
record Answer(List<Occurrence> findings, long beyond, boolean seen, boolean watching, long lost) {

    /** Each finding comes as a line of {@code snags.jsonl}. */
    static Answer of(Map<String, Object> answer) {
        var findings = new ArrayList<Occurrence>();
        for (Object line : (List<?>) answer.get("lines")) {
            findings.add(finding((String) line));
        }
        return new Answer(
                List.copyOf(findings),
                (Long) answer.get("beyond"),
                (Boolean) answer.get("seen"),
                (Boolean) answer.get("watching"),
                (Long) answer.get("lost"));
    }

    private static Occurrence finding(String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (JsonlReader reader = new JsonlReader(bytes)) {
            Line line = reader.next().orElseThrow();
            if (line instanceof Line.Read read && read.entry() instanceof Occurrence occurrence) {
                return occurrence;
            }
            throw new IllegalStateException(
                    "snag-junit and the agent do not fit together; take both of one version: " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why nothing can be concluded from it; null where it can. */
    String doubt(long lostBefore) {
        if (!watching) {
            return "Snag's watch has ended; what this test did was not seen. Its log says why";
        }
        if (!seen) {
            return "Snag did not get to look at this test in time, so it cannot be green; the machine may be far too busy";
        }
        if (lost > lostBefore) {
            return "Snag had no room for " + (lost - lostBefore)
                    + " threads or findings, so nobody knows whose they are;"
                    + " start fewer than a million threads at a time, and look into the report for a storm of findings";
        }
        return null;
    }
}
