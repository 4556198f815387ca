package dev.snag.findings.jsonl;

import static dev.snag.findings.jsonl.EntryParser.required;

import dev.snag.findings.Creation;
import dev.snag.findings.Frame;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the parts that entries share. */
final class PartParser {

    private PartParser() {}

    /** The constant of that name; empty where this version knows none. */
    static <E extends Enum<E>> Optional<E> name(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    static <E extends Enum<E>> E requiredName(Class<E> type, JsonFields json, String field) throws UnusableLine {
        String name = required(json.text(field), field);
        return name(type, name)
                .orElseThrow(() -> UnusableLine.because(
                        "has the " + field + " " + Quoted.text(name) + ", which this version of Snag does not know"));
    }

    static double requiredMillis(JsonFields json, String field) throws UnusableLine {
        return required(json.decimal(field).orElse(null), field);
    }

    static ThreadRef requiredThread(JsonFields json, String field) throws UnusableLine {
        return required(thread(json.object(field)), field);
    }

    /** Null where it is absent or has no id. */
    static ThreadRef thread(JsonFields json) {
        return json == null
                ? null
                : json.integer("id")
                        .map(id -> new ThreadRef(json.text("name"), id))
                        .orElse(null);
    }

    /** Null where it is absent. */
    static MonitorRef monitor(JsonFields json) {
        return json == null ? null : new MonitorRef(json.text("class"), thread(json.object("owner")));
    }

    /** Null where it is absent or has no class or method. */
    static Frame frame(JsonFields json) {
        if (json == null || json.text("class") == null || json.text("method") == null) {
            return null;
        }
        int line = json.integer("line")
                .filter(n -> n == n.intValue())
                .map(Long::intValue)
                .orElse(0);
        return new Frame(json.text("class"), json.text("method"), line, json.text("jar"), json.text("version"));
    }

    /** Null where it is absent or names no thread. */
    static Creation creation(JsonFields json) {
        ThreadRef thread = json == null ? null : thread(json.object("thread"));
        return thread == null ? null : new Creation(thread, frame(json.object("site")), frames(json.objects("stack")));
    }

    static List<Frame> frames(List<JsonFields> objects) {
        var frames = new ArrayList<Frame>(objects.size());
        for (JsonFields object : objects) {
            Frame frame = frame(object);
            if (frame != null) {
                frames.add(frame);
            }
        }
        return frames;
    }
}
