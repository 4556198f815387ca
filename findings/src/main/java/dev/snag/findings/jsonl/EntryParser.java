package dev.snag.findings.jsonl;

import dev.snag.findings.AgentError;
import dev.snag.findings.End;
import dev.snag.findings.Entry;
import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Excused;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.OpeningSite;
import dev.snag.findings.Start;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;

/** Makes an entry of a line's fields. */
final class EntryParser {

    private EntryParser() {}

    static Entry entry(JsonFields json) throws UnusableLine {
        String type = required(json.text("type"), "type");
        return switch (type) {
            case "start" -> start(json);
            case "occurrence" -> OccurrenceParser.occurrence(json);
            case "excused" -> excused(json);
            case "connections" -> connections(json);
            case "error" -> error(json);
            case "end" -> end(json);
            default ->
                throw UnusableLine.because(
                        "is of type " + Quoted.text(type) + ", which this version of Snag does not know");
        };
    }

    private static Start start(JsonFields json) throws UnusableLine {
        long format = json.integer("format").orElse((long) JsonlWriter.FORMAT);
        if (format > JsonlWriter.FORMAT) {
            throw UnusableLine.because(
                    "begins a report of format " + format + ", and this version of Snag reads format "
                            + JsonlWriter.FORMAT + "; use the Snag that wrote it, or a later one");
        }
        return new Start(
                time(json),
                json.integer("pid").orElse(0L),
                json.text("jdk"),
                json.textsByName("options"),
                json.textsByName("sensors"));
    }

    private static Excused excused(JsonFields json) throws UnusableLine {
        return new Excused(
                time(json),
                PartParser.requiredName(ExcuseReason.class, json, "reason"),
                PartParser.requiredMillis(json, "durationMs"),
                json.decimal("excusedMs").orElse(0.0),
                PartParser.requiredMillis(json, "thresholdMs"),
                PartParser.requiredThread(json, "thread"),
                PartParser.requiredThread(json, "carrier"));
    }

    private static OpenConnections connections(JsonFields json) throws UnusableLine {
        long count = required(json.integer("count").orElse(null), "count");
        var sites = new ArrayList<OpeningSite>();
        for (JsonFields site : json.objects("sites")) {
            sites.add(new OpeningSite(
                    count(site, "count"),
                    PartParser.frame(site.object("offender")),
                    PartParser.frame(site.object("caller")),
                    PartParser.frames(site.objects("stack"))));
        }
        return new OpenConnections(
                time(json),
                json.text("host"),
                json.text("address"),
                (int) count(json, "port"),
                count,
                required(json.integer("limit").orElse(null), "limit"),
                json.integer("peak").orElse(count),
                sites);
    }

    private static AgentError error(JsonFields json) throws UnusableLine {
        return new AgentError(time(json), json.text("where"), json.text("message"));
    }

    private static End end(JsonFields json) throws UnusableLine {
        return new End(
                time(json),
                json.flag("alive"),
                count(json, "holds"),
                count(json, "pinnedParks"),
                count(json, "occurrences"),
                count(json, "snags"),
                count(json, "excused"),
                count(json, "dropped"),
                count(json, "ownErrors"),
                json.integersByName("allowedScopes"),
                PolicyParser.policy(json.object("policy")));
    }

    static Instant time(JsonFields json) throws UnusableLine {
        String text = required(json.text("time"), "time");
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw UnusableLine.because("has a time that is not ISO-8601 UTC: " + Quoted.text(text));
        }
    }

    /** The value, which the line must have. */
    static <T> T required(T value, String field) throws UnusableLine {
        if (value == null) {
            throw UnusableLine.because("has no usable " + field);
        }
        return value;
    }

    static long count(JsonFields json, String field) {
        return json.integer(field).orElse(0L);
    }
}
