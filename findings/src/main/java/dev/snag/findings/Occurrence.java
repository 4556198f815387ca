package dev.snag.findings;

import java.time.Instant;

/**
 * One hold over the threshold, or one outage of all carriers ({@link Kind#STARVATION}). It is written when its deadline
 * passes, {@code ongoing}, and again with the same {@code id} when it has ended; the last line of an id counts.
 *
 * @param id unique over all JVMs that write to one folder
 * @param time when the hold, or the outage, began
 * @param why one sentence
 * @param advice one sentence
 * @param test the test it belongs to; null where it belongs to none
 * @param policy what the policy says of it; null where there is none
 */
public record Occurrence(
        String id,
        boolean ongoing,
        Instant time,
        Severity severity,
        Hold hold,
        Cause cause,
        Place place,
        String why,
        String advice,
        String test,
        Verdict policy)
        implements Entry {

    /** Of which no policy has said anything. */
    public Occurrence(
            String id,
            boolean ongoing,
            Instant time,
            Severity severity,
            Hold hold,
            Cause cause,
            Place place,
            String why,
            String advice,
            String test) {
        this(id, ongoing, time, severity, hold, cause, place, why, advice, test, null);
    }

    /** The same with what a policy says of it. */
    public Occurrence withPolicy(Verdict verdict) {
        return new Occurrence(id, ongoing, time, severity, hold, cause, place, why, advice, test, verdict);
    }

    /** The same as that of a test. */
    public Occurrence withTest(String owner) {
        return new Occurrence(id, ongoing, time, severity, hold, cause, place, why, advice, owner, policy);
    }

    @Override
    public String type() {
        return "occurrence";
    }
}
