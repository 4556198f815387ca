package dev.snag.findings.jsonl;

import com.google.gson.stream.JsonWriter;
import dev.snag.findings.Creation;
import dev.snag.findings.Frame;
import dev.snag.findings.HeldCarrier;
import dev.snag.findings.Kind;
import dev.snag.findings.LockRef;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.OpeningSite;
import dev.snag.findings.PolicyCounts;
import dev.snag.findings.RuleCount;
import dev.snag.findings.Starvation;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.UtcTime;
import dev.snag.findings.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The parts of an entry as fields of a JSON object; a null is left out, name and all. */
final class EntryJson {

    private final JsonWriter json;

    EntryJson(JsonWriter json) {
        this.json = json;
    }

    void open() throws IOException {
        json.beginObject();
    }

    void close() throws IOException {
        json.endObject();
    }

    void text(String field, String value) throws IOException {
        if (value != null) {
            json.name(field).value(WritableText.of(value));
        }
    }

    void name(String field, Enum<?> value) throws IOException {
        if (value != null) {
            json.name(field).value(value.name());
        }
    }

    void flag(String field, boolean value) throws IOException {
        json.name(field).value(value);
    }

    void number(String field, long value) throws IOException {
        json.name(field).value(value);
    }

    void millis(String field, double value) throws IOException {
        json.name(field).jsonValue(Millis.text(value));
    }

    void time(String field, Instant value) throws IOException {
        if (value != null) {
            json.name(field).value(UtcTime.exact(value));
        }
    }

    void texts(String field, List<String> values) throws IOException {
        json.name(field).beginArray();
        for (String value : values) {
            json.value(WritableText.of(value));
        }
        json.endArray();
    }

    void texts(String field, Map<String, String> values) throws IOException {
        json.name(field).beginObject();
        for (Map.Entry<String, String> value : values.entrySet()) {
            text(WritableText.of(value.getKey()), value.getValue());
        }
        json.endObject();
    }

    void numbers(String field, Map<String, Long> values) throws IOException {
        json.name(field).beginObject();
        for (Map.Entry<String, Long> value : values.entrySet()) {
            number(WritableText.of(value.getKey()), value.getValue());
        }
        json.endObject();
    }

    void shares(String field, Map<Kind, Double> values) throws IOException {
        json.name(field).beginObject();
        for (Map.Entry<Kind, Double> value : values.entrySet()) {
            millis(value.getKey().name(), value.getValue());
        }
        json.endObject();
    }

    void thread(String field, ThreadRef thread) throws IOException {
        if (thread != null) {
            json.name(field).beginObject();
            text("name", thread.name());
            number("id", thread.id());
            json.endObject();
        }
    }

    void monitor(String field, MonitorRef monitor) throws IOException {
        if (monitor != null) {
            json.name(field).beginObject();
            text("class", monitor.className());
            thread("owner", monitor.owner());
            json.endObject();
        }
    }

    void starvation(Starvation starvation) throws IOException {
        if (starvation == null) {
            return;
        }
        number("queued", starvation.queued());
        json.name("carriers").beginArray();
        for (HeldCarrier held : starvation.carriers()) {
            json.beginObject();
            thread("carrier", held.carrier());
            thread("thread", held.thread());
            name("kind", held.kind());
            frame("caller", held.caller());
            frames("stack", held.stack());
            json.endObject();
        }
        json.endArray();
        lock("lock", starvation.lock());
        if (starvation.deadlock()) {
            flag("deadlock", true);
        }
    }

    private void lock(String field, LockRef lock) throws IOException {
        if (lock != null) {
            json.name(field).beginObject();
            text("class", lock.className());
            thread("owner", lock.owner());
            thread("next", lock.next());
            text("state", lock.state());
            number("waiters", lock.waiters());
            json.endObject();
        }
    }

    void creation(String field, Creation creation) throws IOException {
        if (creation != null) {
            json.name(field).beginObject();
            thread("thread", creation.thread());
            frame("site", creation.site());
            frames("stack", creation.stack());
            json.endObject();
        }
    }

    void sites(String field, List<OpeningSite> sites) throws IOException {
        json.name(field).beginArray();
        for (OpeningSite site : sites) {
            json.beginObject();
            number("count", site.count());
            frame("offender", site.offender());
            frame("caller", site.caller());
            frames("stack", site.stack());
            json.endObject();
        }
        json.endArray();
    }

    void policy(String field, PolicyCounts policy) throws IOException {
        if (policy != null) {
            json.name(field).beginObject();
            text("failOn", policy.failOn());
            flag("passes", policy.passes());
            number("failing", policy.failing());
            json.name("verdicts").beginObject();
            for (Map.Entry<Verdict, Long> verdict : policy.verdicts().entrySet()) {
                number(verdict.getKey().name(), verdict.getValue());
            }
            json.endObject();
            json.name("rules").beginArray();
            for (RuleCount rule : policy.rules()) {
                rule(rule);
            }
            json.endArray();
            json.endObject();
        }
    }

    private void rule(RuleCount rule) throws IOException {
        json.beginObject();
        number("line", rule.line());
        text("rule", rule.rule());
        number("hits", rule.hits());
        flag("expired", rule.expired());
        json.endObject();
    }

    void frame(String field, Frame frame) throws IOException {
        if (frame != null) {
            json.name(field);
            frame(frame);
        }
    }

    void frames(String field, List<Frame> frames) throws IOException {
        json.name(field).beginArray();
        for (Frame frame : frames) {
            frame(frame);
        }
        json.endArray();
    }

    private void frame(Frame frame) throws IOException {
        json.beginObject();
        text("class", frame.className());
        text("method", frame.method());
        number("line", frame.line());
        text("jar", frame.jar());
        text("version", frame.version());
        json.endObject();
    }
}
