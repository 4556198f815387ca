package dev.snag.junit;

import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Severity;
import dev.snag.findings.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides what a test fails for. */
record Judgement(String test, TestRules rules, LocalDate today) {

    /**
     * What is wrong, each thing for itself; empty where nothing is.
     *
     * @param bodyFailed whether the test has failed by itself; then what it lacks to meet its expectations is no news
     */
    List<Throwable> of(Answer answer, long lostBefore, boolean bodyFailed) {
        var wrong = new ArrayList<Throwable>();
        String doubt = answer.doubt(lostBefore);
        if (doubt != null) {
            wrong.add(new AssertionError(doubt));
        }
        List<Occurrence> failing =
                answer.findings().stream().filter(this::fails).toList();
        if (!failing.isEmpty() || answer.beyond() > 0) {
            wrong.add(FailureText.of(failing, answer.beyond(), rules.expired(today)));
        }
        for (Map.Entry<Kind, ExpectBlocking> each : rules.expected().entrySet()) {
            String unmet = unmet(each.getKey(), each.getValue(), answer.findings(), bodyFailed);
            if (unmet != null) {
                wrong.add(new AssertionError(unmet));
            }
        }
        return wrong;
    }

    private boolean fails(Occurrence finding) {
        if (finding.policy() == Verdict.ALLOWED_BY_RULE || finding.policy() == Verdict.KNOWN_IN_BASELINE) {
            return false;
        }
        if (finding.isCall() && !rules.strict()) {
            return false; // it took no time to speak of; the report and the gate have it
        }
        Kind kind = finding.cause().kind();
        boolean named = rules.kinds().contains(kind);
        return (rules.kinds().isEmpty() || named) && (finding.severity() == Severity.ERROR || named || rules.strict());
    }

    private String unmet(Kind kind, ExpectBlocking expected, List<Occurrence> findings, boolean bodyFailed) {
        long count = findings.stream()
                .filter(finding -> finding.cause().kind() == kind)
                .count();
        boolean tooFew = count < expected.atLeast();
        if (tooFew && bodyFailed || !tooFew && count <= expected.atMost()) {
            return null;
        }
        String wanted = tooFew ? "at least " + expected.atLeast() : "at most " + expected.atMost();
        return test + " is to have " + wanted + " of kind " + kind + ", and has " + count
                + (findings.isEmpty()
                        ? "; nothing was found at all"
                        : ". What was found:\n" + FailureText.lines(findings));
    }
}
