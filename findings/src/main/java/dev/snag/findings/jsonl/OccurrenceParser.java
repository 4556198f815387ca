package dev.snag.findings.jsonl;

import static dev.snag.findings.jsonl.EntryParser.required;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.PinReason;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.Verdict;
import java.util.EnumMap;
import java.util.Map;

/** Makes an occurrence of a line's flat fields. */
final class OccurrenceParser {

    private OccurrenceParser() {}

    static Occurrence occurrence(JsonFields json) throws UnusableLine {
        return new Occurrence(
                required(json.text("id"), "id"),
                json.flag("ongoing"),
                EntryParser.time(json),
                // What a later version calls it is not known here; a gate must not become milder for that.
                PartParser.name(Severity.class, json.text("severity")).orElse(Severity.ERROR),
                hold(json),
                cause(json),
                place(json),
                json.text("why"),
                json.text("advice"),
                json.text("test"),
                PartParser.name(Verdict.class, json.text("policy")).orElse(null),
                Math.max(1, json.integer("count").orElse(1L)));
    }

    private static Hold hold(JsonFields json) throws UnusableLine {
        boolean ofAllCarriers = Kind.STARVATION.name().equals(json.text("kind"));
        return new Hold(
                ofAllCarriers ? null : PartParser.requiredThread(json, "thread"),
                ofAllCarriers ? null : PartParser.requiredThread(json, "carrier"),
                PartParser.requiredMillis(json, "durationMs"),
                PartParser.requiredMillis(json, "thresholdMs"),
                json.decimal("excusedMs").orElse(0.0),
                json.flag("compensated"));
    }

    private static Cause cause(JsonFields json) throws UnusableLine {
        return new Cause(
                PartParser.requiredName(Kind.class, json, "kind"),
                PartParser.name(PinReason.class, json.text("reason")).orElse(null),
                PartParser.name(Category.class, json.text("category")).orElse(null),
                json.text("operation"),
                PartParser.monitor(json.object("monitor")),
                json.texts("sensors"),
                shares(json.object("sharesMs")),
                StarvationParser.starvation(json));
    }

    private static Map<Kind, Double> shares(JsonFields json) {
        var shares = new EnumMap<Kind, Double>(Kind.class);
        if (json != null) {
            for (String name : json.names()) {
                PartParser.name(Kind.class, name)
                        .ifPresent(kind -> json.decimal(name).ifPresent(millis -> shares.put(kind, millis)));
            }
        }
        return shares;
    }

    private static Place place(JsonFields json) throws UnusableLine {
        return new Place(
                PartParser.frame(json.object("offender")),
                PartParser.frame(json.object("caller")),
                PartParser.frame(json.object("culprit")),
                PartParser.frames(json.objects("stack")),
                required(json.text("fingerprint"), "fingerprint"),
                PartParser.creation(json.object("createdBy")));
    }
}
