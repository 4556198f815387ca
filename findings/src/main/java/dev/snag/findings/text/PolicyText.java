package dev.snag.findings.text;

import dev.snag.findings.Verdict;
import dev.snag.findings.policy.AllowRule;
import dev.snag.findings.policy.FailingSnag;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.policy.PolicyAccount;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What came of the policy: each rule, then what failed. Where there is nothing to say it is empty. */
public final class PolicyText {

    /** The most snags that are named. */
    public static final int MOST_NAMED = 50;

    private PolicyText() {}

    /**
     * The lines.
     *
     * @param consequence what becomes of a failure, as the end of a sentence; null for nothing
     */
    public static List<String> lines(PolicyAccount account, GateResult result, String consequence) {
        var page = new Page();
        for (Map.Entry<AllowRule, Long> rule : account.hits().entrySet()) {
            page.add(rule(account, rule.getKey(), rule.getValue()));
        }
        String end = consequence == null ? "" : "; " + consequence;
        if (result instanceof GateResult.Fails fails) {
            fails(page, account, fails, end);
        } else if (result instanceof GateResult.Untrusted untrusted) {
            page.add("gate: FAILED, as it cannot be known that all was seen" + end);
            untrusted.doubts().forEach(doubt -> page.add("  " + doubt));
        } else {
            boolean off = result.outcome() == GateResult.Outcome.OFF;
            counted(page, account, off ? "gate: off (fail-on=none)" : "gate: passed (" + failOn(account) + ")");
        }
        return page.lines();
    }

    private static String rule(PolicyAccount account, AllowRule rule, long hits) {
        String which = account.policy().allow().source() + ", line " + rule.line() + ": " + rule.what();
        if (rule.expiredOn(account.policy().today())) {
            return "allow: rule expired on " + rule.until() + ", would have allowed " + hits
                    + "; mend the code or give it" + " a later date: " + which;
        }
        return hits == 0
                ? "allow: rule never hit, take it out if that stays so: " + which
                : "allow: " + hits + " allowed by " + which + " because " + rule.reason();
    }

    private static void counted(Page page, PolicyAccount account, String line) {
        String others = others(account);
        if (!others.isEmpty()) {
            page.add(line + ": " + others);
        }
    }

    private static void fails(Page page, PolicyAccount account, GateResult.Fails fails, String end) {
        String others = others(account);
        page.add("gate: FAILED, " + fails.count() + (fails.count() == 1 ? " snag fails" : " snags fail") + " ("
                + failOn(account) + ")" + (others.isEmpty() ? "" : ", besides " + others) + end);
        for (FailingSnag snag :
                fails.snags().subList(0, Math.min(MOST_NAMED, fails.snags().size()))) {
            page.add("  " + snag.snag().what() + ", " + snag.count() + (snag.count() == 1 ? " time" : " times")
                    + ", longest " + Span.text(snag.longestMs()) + ", snag "
                    + snag.snag().fingerprint());
        }
        if (fails.snags().size() > MOST_NAMED) {
            page.add("  and " + (fails.snags().size() - MOST_NAMED) + " more");
        }
        fails.doubts().forEach(doubt -> page.add("  and there may be more: " + doubt));
    }

    private static String failOn(PolicyAccount account) {
        return "fail-on=" + account.policy().failOn();
    }

    private static String others(PolicyAccount account) {
        var others = new StringJoiner(", ");
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.FAILS && account.count(verdict) > 0) {
                others.add(account.count(verdict) + " " + word(verdict, account.count(verdict)));
            }
        }
        return others.toString();
    }

    private static String word(Verdict verdict, long count) {
        return switch (verdict) {
            case ALLOWED_BY_RULE -> "allowed";
            case KNOWN_IN_BASELINE -> "known";
            case OUT_OF_SCOPE -> "out of scope";
            case WARNING_ONLY -> count == 1 ? "warning" : "warnings";
            case FAILS -> "failing";
        };
    }
}
