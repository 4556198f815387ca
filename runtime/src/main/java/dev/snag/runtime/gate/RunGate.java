package dev.snag.runtime.gate;

import dev.snag.findings.End;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Verdict;
import dev.snag.findings.policy.AllowRules;
import dev.snag.findings.policy.Doubts;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyAccount;
import dev.snag.findings.text.PolicyText;
import java.time.LocalDate;
import java.util.List;

/** The policy over this JVM: judges each finding as it comes, and the whole at the end. For one thread at a time. */
public final class RunGate {

    /** No policy is on: all is told, and nothing fails. */
    public static final RunGate NONE = new RunGate(null, null);

    private final PolicyAccount account;
    private final ExitStatus exit;

    private RunGate(PolicyAccount account, ExitStatus exit) {
        this.account = account;
        this.exit = exit;
    }

    /**
     * Of a policy.
     *
     * @param exit null where the exit status is not the gate's
     */
    public static RunGate of(Policy policy, ExitStatus exit) {
        return new RunGate(new PolicyAccount(policy), exit);
    }

    /** The same line with what the policy says of it; counted. */
    public Occurrence judged(Occurrence occurrence) {
        return judged(occurrence, AllowRules.NONE);
    }

    /**
     * The same with rules of the test that it belongs to. They hold without a policy too, and as long as they are there:
     * whether one has expired is the test's to say.
     */
    public Occurrence judged(Occurrence occurrence, AllowRules ofTest) {
        return account == null
                ? allowed(occurrence, ofTest)
                : occurrence.withPolicy(account.add(occurrence, ofTest).verdict());
    }

    /** What {@link #judged} would make of it, not counted. */
    public Occurrence previewed(Occurrence occurrence, AllowRules ofTest) {
        return account == null
                ? allowed(occurrence, ofTest)
                : occurrence.withPolicy(
                        account.policy().judge(occurrence, ofTest).verdict());
    }

    private static Occurrence allowed(Occurrence occurrence, AllowRules ofTest) {
        return ofTest.allow(occurrence, LocalDate.MIN) ? occurrence.withPolicy(Verdict.ALLOWED_BY_RULE) : occurrence;
    }

    /** Whether it has a place in the table at exit. */
    public boolean lists(Occurrence judged) {
        return judged.policy() != Verdict.ALLOWED_BY_RULE;
    }

    /** Whether it is told when it happens: what is known is counted. */
    public boolean tells(Occurrence judged) {
        return lists(judged) && judged.policy() != Verdict.KNOWN_IN_BASELINE;
    }

    /**
     * The verdict over the whole, which decides on the exit status.
     *
     * @param lines takes what is to be said of it
     * @return the last line, with what came of the policy
     */
    public End ended(End end, List<String> lines) {
        if (account == null) {
            return end;
        }
        GateResult result = GateResult.of(account, Doubts.ofWhole(end));
        lines.addAll(PolicyText.lines(account, result, exit == null ? null : exit.consequence()));
        if (exit != null) {
            exit.judge(result.passes());
        }
        return end.withPolicy(account.counts(result));
    }
}
