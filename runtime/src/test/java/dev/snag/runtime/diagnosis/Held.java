package dev.snag.runtime.diagnosis;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Look.Details;
import dev.snag.runtime.jvm.Jvm.Initializer;
import dev.snag.runtime.jvm.Sight;
import dev.snag.runtime.jvm.Sight.VirtualState;
import dev.snag.runtime.jvm.StackSight;
import dev.snag.runtime.slots.CarrierSlot.Parks;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the evidence of a hold. Looks are half a threshold of 100 ms apart unless said otherwise; each sees what was set
 * before it.
 */
final class Held {

    static final long MILLI = 1_000_000;
    private static final long START = 5_000 * MILLI;
    private static final long APART = 50;

    private final int jdk;
    private final List<Look> looks = new ArrayList<>();
    private VirtualState virtual = VirtualState.RUNNING;
    private Thread.State carrier = Thread.State.RUNNABLE;
    private List<StackTraceElement> frames = List.of();
    private Object waitsFor;
    private boolean compensated;
    private Details details = Details.NONE;
    private PinWitness witness;
    private long at;
    private long cpu;
    private boolean cpuIsKnown = true;
    private long parked;

    private Held(int jdk) {
        this.jdk = jdk;
    }

    static Held onJdk(int feature) {
        return new Held(feature);
    }

    Held parked(List<StackTraceElement> stack) {
        return as(VirtualState.PINNED, Thread.State.WAITING, stack);
    }

    Held entering(List<StackTraceElement> stack) {
        return as(VirtualState.RUNNING, Thread.State.BLOCKED, stack);
    }

    Held waiting(List<StackTraceElement> stack) {
        return as(VirtualState.RUNNING, Thread.State.TIMED_WAITING, stack);
    }

    Held runnable(List<StackTraceElement> stack) {
        return as(VirtualState.RUNNING, Thread.State.RUNNABLE, stack);
    }

    private Held as(VirtualState state, Thread.State of, List<StackTraceElement> stack) {
        virtual = state;
        carrier = of;
        frames = stack;
        return this;
    }

    Held on(Object monitor) {
        waitsFor = monitor;
        return this;
    }

    Held compensated() {
        compensated = true;
        return this;
    }

    Held inNative() {
        details = new Details(true, details.descriptor(), details.owner(), details.initializers());
        return this;
    }

    Held ownedBy(ThreadRef owner) {
        details = new Details(details.inNative(), details.descriptor(), owner, details.initializers());
        return this;
    }

    Held descriptor(String target) {
        details = new Details(details.inNative(), target, details.owner(), details.initializers());
        return this;
    }

    Held whileInitializing(Initializer... running) {
        details = new Details(details.inNative(), details.descriptor(), details.owner(), List.of(running));
        return this;
    }

    /** As long as the classes that read it are being loaded. */
    Held withoutProcessorTime() {
        cpuIsKnown = false;
        return this;
    }

    Held withProcessorTime() {
        cpuIsKnown = true;
        return this;
    }

    Held witness(PinWitness account) {
        witness = account;
        return this;
    }

    /** Time goes by in that state, with a part of it on the processor. */
    Held looks(int count, double processor) {
        for (int i = 0; i < count; i++) {
            look(APART, processor);
        }
        return this;
    }

    /** One look after so many milliseconds. */
    Held look(long millis, double processor) {
        at += millis * MILLI;
        cpu += (long) (millis * MILLI * processor);
        parked += virtual == VirtualState.PINNED ? millis * MILLI : 0;
        var sight = new Sight(virtual, carrier, cpuIsKnown ? cpu : -1);
        var stack = new StackSight(frames, waitsFor);
        looks.add(new Look(START + at, sight, -1, parks(), stack, compensated, details));
        return this;
    }

    private Parks parks() {
        return parked == 0 ? Parks.NONE : new Parks(1, parked);
    }

    Evidence evidence() {
        return new Evidence(jdk, START, START + at, looks, parks(), witness);
    }

    /** The verdict at the last look. */
    Diagnosis diagnosis() {
        return Diagnosis.of(evidence());
    }

    /** The verdict where the hold ended so long after the last look, and was no more on the processor. */
    Diagnosis endedAfter(long millis) {
        Evidence now = evidence();
        return Diagnosis.of(new Evidence(jdk, START, now.end() + millis * MILLI, looks, parks(), witness));
    }
}
