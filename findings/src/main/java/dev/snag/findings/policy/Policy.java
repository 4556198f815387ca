package dev.snag.findings.policy;

import dev.snag.findings.Frame;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.findings.Verdict;
import java.time.LocalDate;
import java.util.List;

/**
 * Which findings are all right and which fail.
 *
 * @param include package prefixes of the user's own code; empty where it is what comes from folders and the own jar
 * @param today decides which rules have expired
 */
public record Policy(AllowRules allow, Baseline baseline, FailOn failOn, List<String> include, LocalDate today) {

    public Policy {
        include = List.copyOf(include);
    }

    /** Judges one line of an occurrence. */
    public Judgement judge(Occurrence occurrence) {
        return judge(occurrence, AllowRules.NONE);
    }

    /**
     * The same with rules beside those of the policy, of which no account is kept.
     *
     * @param besides the rules of the test that it belongs to
     */
    public Judgement judge(Occurrence occurrence, AllowRules besides) {
        AllowRule rule = allow.matching(occurrence, today);
        boolean allowed = rule != null && !rule.expiredOn(today)
                || besides.allow(occurrence, today)
                || wasAllowedByItsTest(occurrence);
        return new Judgement(allowed ? Verdict.ALLOWED_BY_RULE : verdict(occurrence), rule);
    }

    /** Of a line that is read again: the rules of its test were those of that run. */
    private static boolean wasAllowedByItsTest(Occurrence occurrence) {
        return occurrence.test() != null && occurrence.policy() == Verdict.ALLOWED_BY_RULE;
    }

    private Verdict verdict(Occurrence occurrence) {
        if (!failOn.known() && baseline.knows(occurrence.place().fingerprint())) {
            return Verdict.KNOWN_IN_BASELINE;
        }
        if (!failOn.covers(occurrence.cause().kind()) || failOn.mine() && !isMine(occurrence.place())) {
            return Verdict.OUT_OF_SCOPE;
        }
        return failOn.isMereWarning(occurrence) ? Verdict.WARNING_ONLY : Verdict.FAILS;
    }

    /**
     * Without prefixes: the first frame that is not the JDK's is the first of the user's own code. What has no offender,
     * be it that all carriers stand still or that there is no stack, is mine unless prefixes say what is.
     */
    private boolean isMine(Place place) {
        Frame offender = place.offender();
        if (offender == null) {
            return include.isEmpty();
        }
        return include.isEmpty()
                ? offender.equals(place.caller())
                : include.stream().anyMatch(offender.className()::startsWith);
    }
}
