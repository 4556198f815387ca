package dev.snag.findings.jsonl;

import static dev.snag.findings.jsonl.EntryParser.count;

import dev.snag.findings.PolicyCounts;
import dev.snag.findings.RuleCount;
import dev.snag.findings.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes what came of a policy of the fields of an {@code end} line. */
final class PolicyParser {

    private PolicyParser() {}

    /** Null where it is absent. */
    static PolicyCounts policy(JsonFields json) {
        return json == null
                ? null
                : new PolicyCounts(
                        json.text("failOn"),
                        json.flag("passes"),
                        count(json, "failing"),
                        verdicts(json.object("verdicts")),
                        rules(json.objects("rules")));
    }

    private static Map<Verdict, Long> verdicts(JsonFields json) {
        var verdicts = new EnumMap<Verdict, Long>(Verdict.class);
        if (json != null) {
            for (String name : json.names()) {
                PartParser.name(Verdict.class, name)
                        .ifPresent(verdict -> json.integer(name).ifPresent(n -> verdicts.put(verdict, n)));
            }
        }
        return verdicts;
    }

    private static List<RuleCount> rules(List<JsonFields> objects) {
        var rules = new ArrayList<RuleCount>();
        for (JsonFields rule : objects) {
            rules.add(new RuleCount(
                    (int) count(rule, "line"), rule.text("rule"), count(rule, "hits"), rule.flag("expired")));
        }
        return rules;
    }
}
