package dev.snag.runtime.monitor;

import dev.snag.runtime.diagnosis.PinWitness;

/** What threads saw themselves when they parked pinned. */
@FunctionalInterface
public interface PinWitnesses {

    /** Nobody was asked (JDK 24 on, where monitors do not pin). */
    PinWitnesses NONE = (carrierId, threadId, since) -> null;

    /** The last account of this thread on this carrier, given after this time; null where there is none. */
    PinWitness of(long carrierId, long threadId, long since);
}
