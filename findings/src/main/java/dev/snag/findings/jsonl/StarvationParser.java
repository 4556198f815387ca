package dev.snag.findings.jsonl;

import dev.snag.findings.HeldCarrier;
import dev.snag.findings.Kind;
import dev.snag.findings.LockRef;
import dev.snag.findings.Starvation;
import java.util.ArrayList;
import java.util.List;

/** Makes what only an outage of all carriers has. */
final class StarvationParser {

    private StarvationParser() {}

    /** Null where the line has none. */
    static Starvation starvation(JsonFields json) {
        Long queued = json.integer("queued").orElse(null);
        return queued == null
                ? null
                : new Starvation(
                        queued, carriers(json.objects("carriers")), lock(json.object("lock")), json.flag("deadlock"));
    }

    private static List<HeldCarrier> carriers(List<JsonFields> objects) {
        var carriers = new ArrayList<HeldCarrier>(objects.size());
        for (JsonFields object : objects) {
            carriers.add(new HeldCarrier(
                    PartParser.thread(object.object("carrier")),
                    PartParser.thread(object.object("thread")),
                    PartParser.name(Kind.class, object.text("kind")).orElse(null),
                    PartParser.frame(object.object("caller")),
                    PartParser.frames(object.objects("stack"))));
        }
        return carriers;
    }

    private static LockRef lock(JsonFields json) {
        return json == null
                ? null
                : new LockRef(
                        json.text("class"),
                        PartParser.thread(json.object("owner")),
                        PartParser.thread(json.object("next")),
                        json.text("state"),
                        json.integer("waiters").orElse(0L));
    }
}
