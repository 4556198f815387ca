package dev.snag.findings;

import java.time.Instant;
import java.util.List;

/**
 * One hold over the threshold, one outage of all carriers ({@link Kind#STARVATION}), or one call that a strict rule forbids
 * ({@link #isCall}). A hold is written when its deadline passes, {@code ongoing}, and again with the same {@code id} when it
 * has ended; the last line of an id counts.
 *
 * @param id unique over all JVMs that write to one folder
 * @param time when the hold, or the outage, began
 * @param why one sentence
 * @param advice one sentence
 * @param test the test it belongs to; null where it belongs to none
 * @param policy what the policy says of it; null where there is none
 * @param count 1; or, of a call that is made again and again, how many like it this one stands for, the longest of them
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
        Verdict policy,
        long count)
        implements Entry {

    /** Among {@link Cause#sensors()}: the hook in a method that a strict rule forbids, where it alone saw it. */
    public static final String CALL_HOOK = "call-hook";

    /** One, of which a policy has said that. */
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
            String test,
            Verdict policy) {
        this(id, ongoing, time, severity, hold, cause, place, why, advice, test, policy, 1);
    }

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
        return new Occurrence(id, ongoing, time, severity, hold, cause, place, why, advice, test, verdict, count);
    }

    /** The same for so many calls like it. */
    public Occurrence standingFor(long calls) {
        return new Occurrence(id, ongoing, time, severity, hold, cause, place, why, advice, test, policy, calls);
    }

    /** Whether it is a call that is forbidden at any duration, and no hold over the threshold. */
    public boolean isCall() {
        return cause.sensors().equals(List.of(CALL_HOOK));
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
