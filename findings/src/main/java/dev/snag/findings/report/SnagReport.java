package dev.snag.findings.report;

import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All occurrences with one fingerprint.
 *
 * @param count occurrences, those that still go on included
 * @param ongoing those of which no end was written
 * @param compensated those for which the JDK added a carrier
 * @param totalMs sum of their durations in milliseconds
 * @param longestMs the longest of their durations in milliseconds
 * @param first when the first of them began
 * @param last when the last of them began
 * @param example the longest of them; very deep stacks are cut
 * @param verdict what the policy says of it: the worst that it says of any of them
 * @param known whether the baseline has it
 * @param tests the tests that they belong to, each with how many
 * @param otherTests occurrences of tests for which there was no room
 * @param stacks their folded stacks, the one with the most held time first; the last one may stand for the rest
 */
public record SnagReport(
        String fingerprint,
        long count,
        long ongoing,
        long compensated,
        double totalMs,
        double longestMs,
        Instant first,
        Instant last,
        Occurrence example,
        Verdict verdict,
        boolean known,
        Map<String, Long> tests,
        long otherTests,
        List<StackShare> stacks) {

    /** In the place of a fingerprint, where one stands for many. */
    public static final String OTHERS = "others";

    public SnagReport {
        tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
        stacks = List.copyOf(stacks);
    }

    /** What held the carrier. */
    public Kind kind() {
        return example.cause().kind();
    }

    /** Whether it fails the gate. */
    public boolean fails() {
        return verdict == Verdict.FAILS;
    }
}
