package dev.snag.runtime.monitor;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Stacks;
import dev.snag.runtime.jvm.Jvm.Initializer;
import dev.snag.runtime.jvm.Sight.VirtualState;
import java.util.List;

/** What a mounted virtual thread does, as it looks from outside. */
final class Activity {

    final VirtualState state;
    final Thread.State carrier;
    List<StackTraceElement> frames;
    /** Its part of the time on the processor, 0 to 1. */
    double cpu;
    /** Its part of the time runnable without a processor, 0 to 1. */
    double queued;
    /** Whether the park hook sees it. */
    boolean parks;

    boolean inNative;
    boolean compensated;
    boolean suspended;
    String descriptor;
    ThreadRef owner;
    List<Initializer> initializers = List.of();
    /** The class whose initializer it is in itself; null for none. */
    String ownInitializer;

    private Activity(VirtualState state, Thread.State carrier, List<StackTraceElement> frames) {
        this.state = state;
        this.carrier = carrier;
        this.frames = frames;
    }

    static Activity computes() {
        return standsStill().withCpu(1);
    }

    static Activity reads() {
        return new Activity(VirtualState.RUNNING, Thread.State.RUNNABLE, Stacks.reading(Stacks.LOAD));
    }

    static Activity sleepsPinned() {
        var sleeps = new Activity(VirtualState.PINNED, Thread.State.TIMED_WAITING, Stacks.sleeping(Stacks.LOAD));
        sleeps.parks = true;
        return sleeps;
    }

    static Activity schedulesItsSleep() {
        return new Activity(VirtualState.RUNNING, Thread.State.WAITING, Stacks.schedulingToSleep(Stacks.LOAD));
    }

    static Activity yields() {
        return new Activity(VirtualState.RUNNING, Thread.State.RUNNABLE, Stacks.yielding(Stacks.LOAD));
    }

    static Activity entersMonitor() {
        return new Activity(VirtualState.RUNNING, Thread.State.BLOCKED, Stacks.of(Stacks.LOAD));
    }

    /** Java code on top, and it does not run: a downcall, or the VM. */
    static Activity standsStill() {
        return new Activity(VirtualState.RUNNING, Thread.State.RUNNABLE, Stacks.of(Stacks.LOAD));
    }

    Activity withCpu(double share) {
        cpu = share;
        return this;
    }

    Activity withQueued(double share) {
        queued = share;
        return this;
    }

    Activity with(List<StackTraceElement> stack) {
        frames = stack;
        return this;
    }

    Activity inNativeCode() {
        inNative = true;
        return this;
    }

    Activity compensatedFor() {
        compensated = true;
        return this;
    }

    Activity suspendedByDebugger() {
        suspended = true;
        return this;
    }

    Activity on(String target) {
        descriptor = target;
        return this;
    }

    Activity ownedBy(ThreadRef thread) {
        owner = thread;
        return this;
    }

    Activity whileInitializing(Initializer running) {
        initializers = List.of(running);
        return this;
    }

    Activity inInitializerOf(String className) {
        ownInitializer = className;
        return this;
    }
}
