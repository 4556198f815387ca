package dev.snag.runtime.monitor;

import dev.snag.runtime.slots.HandBridge;
import java.util.function.LongSupplier;

/** A carrier whose virtual threads do what the test says, at the simulation's time. */
final class SimulatedCarrier {

    private final LongSupplier clock;
    private final LongSupplier running;
    private final HandBridge.Slot slot;
    private Thread thread;
    private Thread virtual;
    private Activity activity;
    private long since;
    private long cpu;
    private long queued;

    SimulatedCarrier(String name, LongSupplier clock, LongSupplier running) {
        this.clock = clock;
        this.running = running;
        this.thread = new Thread(name);
        this.slot = new HandBridge.Slot(thread);
    }

    Thread thread() {
        return thread;
    }

    Thread virtual() {
        return virtual;
    }

    Activity activity() {
        return activity;
    }

    HandBridge.Slot slot() {
        return slot;
    }

    Thread mount(String name, Activity doing) {
        mount(Thread.ofVirtual().name(name).unstarted(() -> {}), doing);
        return virtual;
    }

    void mount(Thread thread, Activity doing) {
        virtual = thread;
        slot.mount(virtual.threadId(), clock.getAsLong());
        begin(doing);
    }

    /** The same mount goes on with something else. */
    void turnTo(Activity doing) {
        finish();
        begin(doing);
    }

    /** The thread is off the carrier, and its exit hook has not run yet. */
    void leave() {
        virtual = null;
    }

    void unmount() {
        finish();
        slot.unmount(clock.getAsLong());
        virtual = null;
        activity = null;
    }

    /** The exit hook had asked whether to note the end just before it was told to. */
    void unmountWithoutNote() {
        finish();
        slot.unmountWithoutNote();
        virtual = null;
        activity = null;
    }

    /** The carrier's thread is over. */
    void end() throws InterruptedException {
        thread.start();
        thread.join();
    }

    /** Nothing but the slot's weak reference is left of the carrier's thread. */
    void dropThread() {
        thread = null;
    }

    private void begin(Activity doing) {
        activity = doing;
        since = running.getAsLong();
        if (doing.parks) {
            slot.park(clock.getAsLong());
        }
    }

    private void finish() {
        cpu = cpuNanos();
        queued = queuedNanos();
        if (activity.parks) {
            slot.unpark(clock.getAsLong());
        }
    }

    long cpuNanos() {
        return activity == null ? cpu : cpu + (long) (activity.cpu * (running.getAsLong() - since));
    }

    long queuedNanos() {
        return activity == null ? queued : queued + (long) (activity.queued * (running.getAsLong() - since));
    }
}
