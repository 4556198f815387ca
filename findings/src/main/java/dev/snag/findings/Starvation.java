package dev.snag.findings;

import java.util.List;

/**
 * An outage of all carriers: virtual threads queue, and none is mounted.
 *
 * @param queued how many virtual threads were ready to run and had no carrier
 * @param carriers each carrier of the default scheduler and what holds it
 * @param lock the one that most of the held and parked threads wait for; null where there is none, or it is unknown
 * @param deadlock whether nothing of it can ever move again; false where that cannot be proved
 */
public record Starvation(long queued, List<HeldCarrier> carriers, LockRef lock, boolean deadlock) {

    public Starvation {
        carriers = List.copyOf(carriers);
    }
}
