package dev.snag.findings.policy;

import dev.snag.findings.Occurrence;
import dev.snag.findings.PolicyCounts;
import dev.snag.findings.RuleCount;
import dev.snag.findings.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what a policy said. An occurrence counts once, as its latest line has it. Memory is bounded: of the snags that
 * fail the first {@link #MOST_SNAGS} are kept each for itself, all others as one. For one thread at a time.
 */
public final class PolicyAccount {

    static final int MOST_SNAGS = 1_000;
    static final int MOST_ONGOING = 4_096;
    private static final String OTHERS = "others";

    private final Policy policy;
    private final Map<AllowRule, Long> hits = new LinkedHashMap<>();
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, FailingSnag> failing = new LinkedHashMap<>();
    private final Map<String, Counted> ongoing = new LinkedHashMap<>();

    /** Where an occurrence that goes on is counted. */
    private record Counted(Judgement judgement, String failing, long count) {}

    /** Of this policy; nothing is counted yet. */
    public PolicyAccount(Policy policy) {
        this.policy = policy;
        for (AllowRule rule : policy.allow().rules()) {
            hits.put(rule, 0L);
        }
    }

    /** The policy that is counted. */
    public Policy policy() {
        return policy;
    }

    /** Judges and counts one line. */
    public Judgement add(Occurrence occurrence) {
        return add(occurrence, AllowRules.NONE);
    }

    /** The same with rules beside those of the policy. */
    public Judgement add(Occurrence occurrence, AllowRules besides) {
        Judgement judgement = policy.judge(occurrence, besides);
        Counted before = ongoing.remove(occurrence.id());
        if (before != null) {
            withdraw(before);
        }
        Counted counted = count(occurrence, judgement);
        if (occurrence.ongoing()) {
            ongoing.put(occurrence.id(), counted);
            settleEldest();
        }
        return judgement;
    }

    private Counted count(Occurrence occurrence, Judgement judgement) {
        long count = occurrence.count();
        verdicts.merge(judgement.verdict(), count, Long::sum);
        if (judgement.rule() != null) {
            hits.merge(judgement.rule(), count, Long::sum);
        }
        return new Counted(judgement, judgement.verdict() == Verdict.FAILS ? fail(occurrence) : null, count);
    }

    private String fail(Occurrence occurrence) {
        BaselineLine line = BaselineLine.of(occurrence);
        boolean fits = failing.containsKey(line.fingerprint()) || failing.size() < MOST_SNAGS;
        String key = fits ? line.fingerprint() : OTHERS;
        FailingSnag known = failing.get(key);
        double millis = occurrence.hold().durationMs();
        failing.put(
                key,
                known == null
                        ? new FailingSnag(
                                fits ? line : new BaselineLine(OTHERS, "other snags"), occurrence.count(), millis)
                        : new FailingSnag(
                                known.snag(), known.count() + occurrence.count(), Math.max(known.longestMs(), millis)));
        return key;
    }

    private void withdraw(Counted before) {
        verdicts.merge(before.judgement().verdict(), -before.count(), Long::sum);
        if (before.judgement().rule() != null) {
            hits.merge(before.judgement().rule(), -before.count(), Long::sum);
        }
        if (before.failing() != null) {
            failing.computeIfPresent(
                    before.failing(),
                    (key, snag) -> snag.count() <= before.count()
                            ? null
                            : new FailingSnag(snag.snag(), snag.count() - before.count(), snag.longestMs()));
        }
    }

    private void settleEldest() {
        if (ongoing.size() > MOST_ONGOING) {
            Iterator<Counted> eldest = ongoing.values().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** How many snags fail; all beyond {@link #MOST_SNAGS} as one. */
    public long failingCount() {
        return failing.size();
    }

    /** The snags that fail, in the order in which they were found. */
    public List<FailingSnag> failing() {
        return List.copyOf(failing.values());
    }

    /** Occurrences of which the policy said that. */
    public long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /** Each rule with its hits, in the order of the file. */
    public Map<AllowRule, Long> hits() {
        return Collections.unmodifiableMap(hits);
    }

    /** The same for a line of the report. */
    public List<RuleCount> rules() {
        var rules = new ArrayList<RuleCount>();
        for (Map.Entry<AllowRule, Long> rule : hits.entrySet()) {
            AllowRule of = rule.getKey();
            rules.add(new RuleCount(of.line(), of.what(), rule.getValue(), of.expiredOn(policy.today())));
        }
        return rules;
    }

    /** For the last line of a JVM. */
    public PolicyCounts counts(GateResult result) {
        var counted = new EnumMap<Verdict, Long>(verdicts);
        counted.values().removeIf(count -> count == 0);
        return new PolicyCounts(policy.failOn().text(), result.passes(), failingCount(), counted, rules());
    }
}
