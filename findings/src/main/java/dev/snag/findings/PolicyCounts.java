package dev.snag.findings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the policy in one JVM.
 *
 * @param failOn which snags fail, as it was written
 * @param passes whether the JVM passes: no snag fails, and the watch can be trusted
 * @param failing snags that fail
 * @param verdicts occurrences by what the policy says of them
 * @param rules each allow rule
 */
public record PolicyCounts(
        String failOn, boolean passes, long failing, Map<Verdict, Long> verdicts, List<RuleCount> rules) {

    public PolicyCounts {
        var ordered = new EnumMap<Verdict, Long>(Verdict.class);
        ordered.putAll(verdicts);
        verdicts = Collections.unmodifiableMap(ordered);
        rules = List.copyOf(rules);
    }
}
