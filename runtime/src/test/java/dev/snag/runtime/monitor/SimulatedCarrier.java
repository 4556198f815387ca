package dev.snag.runtime.monitor;

import dev.snag.runtime.jvm.RunDelay;
import dev.snag.runtime.slots.HandBridge;
import java.util.function.LongSupplier;

/** A carrier whose virtual threads do what the test says, at the simulation's time. */
final class SimulatedCarrier {

    private final LongSupplier clock;
    private final LongSupplier running;
    private final HandBridge.Slot slot;
    private Thread thread;
    private Thread virtual;
    private Thread announced;
    private Activity activity;
    private long since;
    private long cpu;
    private long queued;
    private final long began;

    SimulatedCarrier(String name, LongSupplier clock, LongSupplier running) {
        this.clock = clock;
        this.running = running;
        this.began = clock.getAsLong();
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

    /** A mount is announced that does not begin: a debugger has suspended the thread. */
    void announce(Thread thread) {
        slot.mount(thread.threadId(), clock.getAsLong());
        announced = thread;
    }

    /** What was announced begins. */
    void begin(Activity doing, Thread thread) {
        announced = null;
        virtual = thread;
        begin(doing);
    }

    /** A mount is announced, and the carrier gets no processor to begin with it, nor can it be seen that it has not. */
    void mountWithoutProcessor(String name) {
        mount(name, Activity.standsStill().withQueued(1));
        virtual = null;
    }

    boolean isBeginning() {
        return announced != null;
    }

    /** Nothing is mounted, and the carrier waits for a processor to get on with its own work. */
    void queueUp() {
        begin(Activity.standsStill().withQueued(1));
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

    /** The kernel's account: a thread that gets turns has none of its waits seen, as they are short. */
    RunDelay runDelay() {
        boolean runnable = activity != null && activity.cpu + activity.queued > 0;
        return new RunDelay(queuedNanos(), 0, runnable, began);
    }

    private long queuedNanos() {
        return activity == null ? queued : queued + (long) (activity.queued * (running.getAsLong() - since));
    }
}
