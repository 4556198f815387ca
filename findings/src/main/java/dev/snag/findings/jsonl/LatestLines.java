package dev.snag.findings.jsonl;

import dev.snag.findings.Occurrence;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Of the lines of one occurrence, the last alone; all other lines as they come.
 *
 * <p>A line that is not {@code ongoing} is the last of its id and is given at once. Ongoing ones are kept until theirs
 * comes, or to the end of the file: a hang has no other. So memory grows with the holds that last at one time, not
 * with the file. Where more than {@link #MOST_ONGOING} are kept (lines of their ends were lost), the eldest is given as
 * it is, and again should its end still come.
 */
public final class LatestLines implements Lines {

    /** The most ongoing occurrences kept. */
    public static final int MOST_ONGOING = 4096;

    private final Lines lines;
    private final Map<String, Line> ongoing = new LinkedHashMap<>();
    private final Queue<Line> due = new ArrayDeque<>();

    /** Reads {@code lines}, and closes them when closed. */
    public LatestLines(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Line> next() throws IOException {
        while (due.isEmpty()) {
            Optional<Line> line = lines.next();
            if (line.isEmpty()) {
                return giveEldest();
            }
            take(line.get());
        }
        return Optional.of(due.remove());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void take(Line line) {
        if (line instanceof Line.Read read && read.entry() instanceof Occurrence occurrence) {
            ongoing.remove(occurrence.id());
            if (occurrence.ongoing()) {
                ongoing.put(occurrence.id(), line);
                if (ongoing.size() > MOST_ONGOING) {
                    giveEldest().ifPresent(due::add);
                }
                return;
            }
        }
        due.add(line);
    }

    private Optional<Line> giveEldest() {
        Iterator<Line> eldest = ongoing.values().iterator();
        if (!eldest.hasNext()) {
            return Optional.empty();
        }
        Line line = eldest.next();
        eldest.remove();
        return Optional.of(line);
    }
}
