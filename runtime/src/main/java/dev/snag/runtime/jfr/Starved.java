package dev.snag.runtime.jfr;

import dev.snag.findings.HeldCarrier;
import dev.snag.findings.LockRef;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Starvation;
import java.time.Instant;
import java.util.StringJoiner;

/**
 * All carriers were held while virtual threads waited for one.
 *
 * @param id of the occurrence, as in {@code snags.jsonl}
 * @param ongoing whether it goes on
 * @param since when it began
 * @param durationMs how long, so far where it goes on
 * @param thresholdMs the longest that would have been fine
 * @param queued virtual threads that wait for a carrier
 * @param carriers how many carriers there are
 * @param holders a line for each carrier: itself, its thread, the kind and the place
 * @param lock what they wait for, in one line; null where it is not one lock
 */
record Starved(
        String id,
        boolean ongoing,
        Instant since,
        double durationMs,
        double thresholdMs,
        int queued,
        int carriers,
        String holders,
        String lock,
        String why,
        String advice,
        String fingerprint) {

    /** Of an occurrence of the kind STARVATION. */
    static Starved of(Occurrence occurrence) {
        Starvation outage = occurrence.cause().starvation();
        var holders = new StringJoiner("\n");
        for (HeldCarrier carrier : outage.carriers()) {
            String place =
                    carrier.stack().isEmpty() ? "" : " at " + carrier.stack().getFirst();
            holders.add(carrier.carrier() + ": " + (carrier.thread() == null ? "nothing mounted" : carrier.thread())
                    + (carrier.kind() == null ? "" : " " + carrier.kind()) + place);
        }
        return new Starved(
                occurrence.id(),
                occurrence.ongoing(),
                occurrence.time(),
                occurrence.hold().durationMs(),
                occurrence.hold().thresholdMs(),
                (int) Math.min(outage.queued(), Integer.MAX_VALUE),
                outage.carriers().size(),
                holders.toString(),
                outage.lock() == null ? null : text(outage.lock()),
                occurrence.why(),
                occurrence.advice(),
                occurrence.place().fingerprint());
    }

    private static String text(LockRef lock) {
        return lock.className() + ", waiters " + lock.waiters()
                + (lock.owner() == null ? "" : ", owner " + lock.owner())
                + (lock.next() == null ? "" : ", next in line " + lock.next())
                + (lock.state() == null ? "" : ", " + lock.state());
    }
}
