package dev.snag.findings.check;

import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.BaselineChange;
import dev.snag.findings.policy.BaselineLine;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.policy.PolicyAccount;
import dev.snag.findings.text.PolicyText;
import java.util.ArrayList;
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

    /**
     * What is said to people: what was read, and what came of it.
     *
     * @param howToTakeOut how known snags that were not found are taken out of the baseline, as the begin of a sentence
     */
    public List<String> lines(String howToTakeOut) {
        var lines = new ArrayList<String>();
        read.forEach(line -> lines.add("read " + line));
        Baseline known = account.policy().baseline();
        int gone = BaselineChange.of(known, found, false).gone().size();
        if (gone > 0) {
            lines.add("baseline: " + gone + " of " + known.lines().size() + " snags were not found; " + howToTakeOut
                    + " takes them out");
        }
        lines.addAll(PolicyText.lines(account, result, null));
        lines.add(result.passes() ? "check: passed" : "check: failed");
        return lines;
    }
}
