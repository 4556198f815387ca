package dev.snag.findings.check;

import dev.snag.findings.End;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Start;
import dev.snag.findings.jsonl.JsonlReader;
import dev.snag.findings.jsonl.LatestLines;
import dev.snag.findings.jsonl.Line;
import dev.snag.findings.jsonl.Lines;
import dev.snag.findings.policy.Doubts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One file as it is read: its JVMs one after the other, and what is doubtful about each. */
final class ReportFile {

    private static final int MOST_NAMED = 5;

    private final Path path;
    private final List<String> doubts = new ArrayList<>();
    private final NavigableMap<Long, Integer> starts = new TreeMap<>();
    private Start open;
    private long jvms;
    private long holds;
    private long occurrences;
    private long skipped;

    private ReportFile(Path path) {
        this.path = path;
    }

    /** Reads a file to its end, and shows all of it to a witness. */
    static ReportFile read(Path path, Witness witness) throws IOException {
        var file = new ReportFile(path);
        try (Lines lines = new LatestLines(JsonlReader.open(path))) {
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (line.get() instanceof Line.Read read) {
                    file.take(read, witness);
                } else if (line.get() instanceof Line.Skipped unusable) {
                    file.skip(unusable);
                }
            }
        }
        file.close();
        return file;
    }

    private void take(Line.Read line, Witness witness) {
        // An AgentError is counted by the end line, and no policy is about OpenConnections.
        if (line.entry() instanceof Start start) {
            lackingEnd();
            open = start;
            jvms++;
            starts.put(line.number(), starts.size() + 1);
        } else if (line.entry() instanceof Occurrence occurrence) {
            occurrences += occurrence.count();
        } else if (line.entry() instanceof End end) {
            ended(end);
            open = null;
        }
        // By the line's own number: what goes on to the end of the file comes out after the lines of later JVMs.
        Map.Entry<Long, Integer> started = starts.floorEntry(line.number());
        witness.saw(new WatchedJvm(path, started == null ? 0 : started.getValue()), line.entry());
    }

    private void ended(End end) {
        if (open == null) {
            jvms++; // its start line is among those that were skipped
        }
        holds += end.holds();
        Doubts.of(end).forEach(doubt -> doubts.add(path + ": " + doubt));
    }

    private void skip(Line.Skipped line) {
        if (++skipped <= MOST_NAMED) {
            doubts.add(path + ": " + line + "; it was skipped, and a finding may be in it");
        }
    }

    private void lackingEnd() {
        if (open != null) {
            doubts.add(path + ": JVM " + open.pid() + ", started at " + open.time()
                    + ", has no end line: it was killed or still runs, so not all may be there");
        }
    }

    private void close() {
        lackingEnd();
        if (skipped > MOST_NAMED) {
            doubts.add(path + ": " + (skipped - MOST_NAMED) + " more lines were skipped");
        }
        if (jvms == 0) {
            doubts.add(path + ": no JVM has written to it");
        }
    }

    Path path() {
        return path;
    }

    List<String> doubts() {
        return doubts;
    }

    long jvms() {
        return jvms;
    }

    long holds() {
        return holds;
    }

    long occurrences() {
        return occurrences;
    }

    long skipped() {
        return skipped;
    }
}
