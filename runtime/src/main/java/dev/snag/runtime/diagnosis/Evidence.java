package dev.snag.runtime.diagnosis;

import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.List;

/**
 * What is known of a hold.
 *
 * @param jdk feature version of the JVM
 * @param start of the hold, {@code System.nanoTime()}
 * @param end of the hold, or now where it goes on
 * @param looks in order; empty where the monitor came too late for any
 * @param parks pinned parks of the hold until {@code end}
 * @param witness of a pinned park in this hold; null where there is none
 * @param ownStack what the thread itself saw in a pinned park, where nobody came to look; else empty
 */
public record Evidence(
        int jdk,
        long start,
        long end,
        List<Look> looks,
        Parks parks,
        PinWitness witness,
        List<StackTraceElement> ownStack) {

    /** The first JDK on which monitors do not pin (JEP 491). */
    public static final int MONITORS_UNMOUNT = 24;

    public Evidence {
        looks = List.copyOf(looks);
        ownStack = List.copyOf(ownStack);
    }

    /** Without a stack of the thread's own. */
    public Evidence(int jdk, long start, long end, List<Look> looks, Parks parks, PinWitness witness) {
        this(jdk, start, end, looks, parks, witness, List.of());
    }

    boolean monitorsPin() {
        return jdk < MONITORS_UNMOUNT;
    }
}
