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
 * @param excused nanoseconds in which it would have computed, had it been given a processor; they are no share of it
 * @param vm what the VM recorded of this hold, which comes after it has ended; empty where it recorded nothing
 */
public record Evidence(
        int jdk,
        long start,
        long end,
        List<Look> looks,
        Parks parks,
        PinWitness witness,
        List<StackTraceElement> ownStack,
        long excused,
        List<VmAccount> vm) {

    /** The first JDK on which monitors do not pin (JEP 491). */
    public static final int MONITORS_UNMOUNT = 24;

    public Evidence {
        looks = List.copyOf(looks);
        ownStack = List.copyOf(ownStack);
        vm = List.copyOf(vm);
    }

    /** Without the VM's account. */
    public Evidence(
            int jdk,
            long start,
            long end,
            List<Look> looks,
            Parks parks,
            PinWitness witness,
            List<StackTraceElement> ownStack) {
        this(jdk, start, end, looks, parks, witness, ownStack, 0, List.of());
    }

    /** Without a stack of the thread's own and the VM's account. */
    public Evidence(int jdk, long start, long end, List<Look> looks, Parks parks, PinWitness witness) {
        this(jdk, start, end, looks, parks, witness, List.of());
    }

    /** The same with the VM's account. */
    public Evidence with(List<VmAccount> accounts) {
        return new Evidence(jdk, start, end, looks, parks, witness, ownStack, excused, accounts);
    }

    /** The same where so much of what looks like computing was none of its doing. */
    public Evidence excusing(long nanos) {
        return new Evidence(jdk, start, end, looks, parks, witness, ownStack, nanos, vm);
    }

    VmWord vmWord() {
        return new VmWord(vm);
    }

    /** The same where the VM says what nobody else saw. */
    Evidence completedByTheVm() {
        boolean seen = !ownStack.isEmpty();
        for (Look look : looks) {
            seen |= !look.stack().frames().isEmpty();
        }
        Look look = seen ? null : vmWord().inPlaceOfALook(this);
        return look == null
                ? this
                : new Evidence(jdk, start, end, List.of(look), parks, witness, ownStack, excused, vm);
    }

    boolean monitorsPin() {
        return jdk < MONITORS_UNMOUNT;
    }
}
