package dev.snag.findings.check;

import dev.snag.findings.policy.BaselineLine;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.policy.PolicyAccount;
import java.util.Collection;
import java.util.List;

/**
 * What was read, and what came of it.
 *
 * @param read a line about each file
 * @param doubts why not all may have been seen
 * @param found each snag that no rule allows
 */
public record Checked(
        List<String> read,
        PolicyAccount account,
        GateResult result,
        List<String> doubts,
        Collection<BaselineLine> found) {

    public Checked {
        read = List.copyOf(read);
        doubts = List.copyOf(doubts);
        found = List.copyOf(found);
    }
}
