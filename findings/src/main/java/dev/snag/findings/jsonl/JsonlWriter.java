package dev.snag.findings.jsonl;

import com.google.gson.stream.JsonWriter;
import dev.snag.findings.AgentError;
import dev.snag.findings.Cause;
import dev.snag.findings.End;
import dev.snag.findings.Entry;
import dev.snag.findings.Excused;
import dev.snag.findings.Hold;
import dev.snag.findings.Occurrence;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.Place;
import dev.snag.findings.Start;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Writes entries as lines of {@code snags.jsonl}. An instance is for one thread at a time.
 *
 * <p>Fields are only ever added to the format; what is null is left out. {@code docs/findings-format.md} describes it.
 */
public final class JsonlWriter {

    /** Version of the format, {@code format} in the line of a {@link Start}. */
    public static final int FORMAT = 1;

    private static final int USUAL_LINE = 4096;

    private final Writer out;

    /** Writes to {@code out}, which stays the caller's to close. */
    public JsonlWriter(Writer out) {
        this.out = out;
    }

    /**
     * Appends one line and flushes it, so that it outlives the process.
     *
     * @throws IOException where {@code out} fails; part of the line may have been written then
     */
    public void write(Entry entry) throws IOException {
        // One call for the whole line: a file opened for append then never shows half of it to a reader.
        out.write(line(entry) + "\n");
        out.flush();
    }

    /** The line of an entry, without the line's end. */
    public static String line(Entry entry) {
        var text = new StringWriter(USUAL_LINE);
        try {
            write(entry, new EntryJson(new JsonWriter(text)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A line could not be written to memory", impossible);
        }
        return text.toString();
    }

    private static void write(Entry entry, EntryJson json) throws IOException {
        json.open();
        json.text("type", entry.type());
        // No switch over the types: linking one at run time would cost the first line tens of milliseconds.
        if (entry instanceof Occurrence occurrence) {
            occurrence(occurrence, json);
        } else if (entry instanceof Excused excused) {
            excused(excused, json);
        } else if (entry instanceof OpenConnections connections) {
            connections(connections, json);
        } else if (entry instanceof Start start) {
            start(start, json);
        } else if (entry instanceof AgentError error) {
            error(error, json);
        } else if (entry instanceof End end) {
            end(end, json);
        }
        json.close();
    }

    private static void start(Start start, EntryJson json) throws IOException {
        json.number("format", FORMAT);
        json.time("time", start.time());
        json.number("pid", start.pid());
        json.text("jdk", start.jdk());
        json.texts("options", start.options());
        json.texts("sensors", start.sensors());
    }

    private static void occurrence(Occurrence occurrence, EntryJson json) throws IOException {
        Hold hold = occurrence.hold();
        Cause cause = occurrence.cause();
        Place place = occurrence.place();
        json.text("id", occurrence.id());
        json.flag("ongoing", occurrence.ongoing());
        json.time("time", occurrence.time());
        json.name("kind", cause.kind());
        json.name("severity", occurrence.severity());
        json.name("reason", cause.reason());
        json.name("category", cause.category());
        json.millis("durationMs", hold.durationMs());
        json.millis("thresholdMs", hold.thresholdMs());
        if (hold.excusedMs() > 0) {
            json.millis("excusedMs", hold.excusedMs());
        }
        json.thread("thread", hold.thread());
        json.thread("carrier", hold.carrier());
        json.flag("compensated", hold.compensated());
        json.texts("sensors", cause.sensors());
        json.text("operation", cause.operation());
        json.monitor("monitor", cause.monitor());
        json.starvation(cause.starvation());
        if (cause.sharesMs().size() > 1) {
            json.shares("sharesMs", cause.sharesMs());
        }
        json.frame("offender", place.offender());
        json.frame("caller", place.caller());
        json.frame("culprit", place.culprit());
        json.frames("stack", place.stack());
        json.creation("createdBy", place.createdBy());
        json.text("fingerprint", place.fingerprint());
        json.text("why", occurrence.why());
        json.text("advice", occurrence.advice());
        json.text("test", occurrence.test());
        json.name("policy", occurrence.policy());
        if (occurrence.count() > 1) {
            json.number("count", occurrence.count());
        }
    }

    private static void excused(Excused excused, EntryJson json) throws IOException {
        json.time("time", excused.time());
        json.name("reason", excused.reason());
        json.millis("durationMs", excused.durationMs());
        json.millis("excusedMs", excused.excusedMs());
        json.millis("thresholdMs", excused.thresholdMs());
        json.thread("thread", excused.thread());
        json.thread("carrier", excused.carrier());
    }

    private static void connections(OpenConnections connections, EntryJson json) throws IOException {
        json.time("time", connections.time());
        json.text("host", connections.host());
        json.text("address", connections.address());
        json.number("port", connections.port());
        json.number("count", connections.count());
        json.number("limit", connections.limit());
        json.number("peak", connections.peak());
        json.sites("sites", connections.sites());
    }

    private static void error(AgentError error, EntryJson json) throws IOException {
        json.time("time", error.time());
        json.text("where", error.where());
        json.text("message", error.message());
    }

    private static void end(End end, EntryJson json) throws IOException {
        json.time("time", end.time());
        json.flag("alive", end.alive());
        json.number("holds", end.holds());
        json.number("pinnedParks", end.pinnedParks());
        json.number("occurrences", end.occurrences());
        json.number("snags", end.snags());
        json.number("excused", end.excused());
        json.number("dropped", end.dropped());
        json.number("ownErrors", end.ownErrors());
        if (!end.allowedScopes().isEmpty()) {
            json.numbers("allowedScopes", end.allowedScopes());
        }
        json.policy("policy", end.policy());
    }
}
