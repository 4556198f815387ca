package dev.snag.findings.report;

import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The running sums of one snag. */
final class SnagSums {

    static final int MOST_TESTS = 50;

    private final String fingerprint;
    private final Map<String, Long> tests = new LinkedHashMap<>();
    private final StackSums stacks = new StackSums();
    private long otherTests;
    private long count;
    private long ongoing;
    private long compensated;
    private double totalMs;
    private double longestMs;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private Occurrence example;
    private Verdict verdict = Verdict.ALLOWED_BY_RULE;

    SnagSums(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    String fingerprint() {
        return fingerprint;
    }

    void add(Occurrence occurrence, SameFrames frames) {
        double ms = occurrence.hold().durationMs();
        count += occurrence.count();
        ongoing += occurrence.ongoing() ? 1 : 0;
        compensated += occurrence.hold().compensated() ? 1 : 0;
        totalMs += ms;
        first = occurrence.time().isBefore(first) ? occurrence.time() : first;
        last = occurrence.time().isAfter(last) ? occurrence.time() : last;
        verdict = worse(verdict, occurrence.policy());
        Occurrence shortened = frames.shortened(occurrence);
        if (occurrence.cause().kind() != Kind.STARVATION) {
            stacks.add(shortened.place(), ms);
        }
        if (example == null || ms > longestMs) {
            longestMs = ms;
            example = shortened;
        }
        test(occurrence.test(), occurrence.count());
    }

    private void test(String test, long times) {
        if (test != null) {
            if (tests.containsKey(test) || tests.size() < MOST_TESTS) {
                tests.merge(test, times, Long::sum);
            } else {
                otherTests += times;
            }
        }
    }

    /** Verdicts are declared in the order in which they get worse. */
    private static Verdict worse(Verdict one, Verdict other) {
        return other != null && other.ordinal() > one.ordinal() ? other : one;
    }

    SnagReport report(boolean known) {
        return new SnagReport(
                fingerprint,
                count,
                ongoing,
                compensated,
                totalMs,
                longestMs,
                first,
                last,
                example,
                verdict,
                known,
                tests,
                otherTests,
                stacks.shares());
    }
}
