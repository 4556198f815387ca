package dev.snag.runtime.diagnosis;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.jvm.Jvm.Initializer;
import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.StackSight;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.List;

/**
 * All that one look at a held carrier showed.
 *
 * @param nanos when, {@code System.nanoTime()}
 * @param parks pinned parks of the hold until then
 * @param runDelayNanos how long the carrier has waited for a processor since it began; -1 where unknown or not asked
 * @param compensated whether the JDK had added a carrier
 * @param details what only some natures need; empty where it was not asked for
 */
public record Look(
        long nanos,
        Sight sight,
        long runDelayNanos,
        Parks parks,
        StackSight stack,
        boolean compensated,
        Details details) {

    /** What a thread saw itself when it parked pinned, where nobody came to look. */
    static Look byTheThreadItself(Evidence evidence) {
        var sight = new Sight(Sight.VirtualState.PINNED, Thread.State.WAITING, -1);
        var stack = new StackSight(evidence.ownStack(), null);
        return new Look(evidence.end(), sight, -1, evidence.parks(), stack, false, Details.NONE);
    }

    /** What it looks like from outside. */
    public Nature nature() {
        return Nature.of(sight, stack);
    }

    /** The same with the wait for a processor. */
    public Look withRunDelay(long nanosWaited) {
        return new Look(nanos, sight, nanosWaited, parks, stack, compensated, details);
    }

    /** The same with details. */
    public Look with(Details asked) {
        return new Look(nanos, sight, runDelayNanos, parks, stack, compensated, asked);
    }

    /** Whether a native method is on top, of which there is no more to be asked. */
    public boolean isInNativeMethod() {
        List<StackTraceElement> frames = stack.frames();
        return !frames.isEmpty() && frames.getFirst().isNativeMethod();
    }

    /** Whether it is runnable, on the processor or waiting for one, or for somebody who waits for one. */
    public boolean runnable() {
        return inJava() || nature() == Nature.IN_NATIVE_METHOD;
    }

    /** Whether it runs Java code, so that it is off the processor only for want of one. */
    public boolean inJava() {
        return nature() == Nature.IN_JAVA || nature() == Nature.IN_SCHEDULER;
    }

    /** How long it has waited for a processor since an earlier look of the same hold, in nanoseconds; 0 where that is unknown. */
    public long waitedSince(Look before) {
        return before.runDelayNanos < 0 ? 0 : Math.max(0, runDelayNanos - before.runDelayNanos);
    }

    /**
     * What is asked for only where the nature leaves it open.
     *
     * @param inNative whether native code runs; the sign of an FFM downcall
     * @param descriptor what the system call's file descriptor refers to; null where unknown
     * @param owner owner of the monitor waited for; null where unknown
     * @param initializers class initializers that run elsewhere
     */
    public record Details(boolean inNative, String descriptor, ThreadRef owner, List<Initializer> initializers) {
        /** Nothing was asked. */
        public static final Details NONE = new Details(false, null, null, List.of());
    }
}
