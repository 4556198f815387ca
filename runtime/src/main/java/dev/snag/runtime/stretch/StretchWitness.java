package dev.snag.runtime.stretch;

import dev.snag.runtime.jvm.OwnThreads;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Takes the stack of a thread whose stretch in an {@code assertUnmounts} goes on for longer than is fine, to say where it was.
 * The verdict does not depend on it, so it may come late or not at all. Its thread lives while there is such a scope.
 */
public final class StretchWitness implements Runnable {

    private static final long LEAST_SLEEP_NANOS = 1_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final CarrierSlots slots;
    private final LongSupplier clock;
    private final List<Watched> open = new ArrayList<>();
    private boolean running;

    /** Over the slots of the bridge. */
    public StretchWitness(CarrierSlots slots, LongSupplier clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /** One scope. */
    public static final class Watched {
        private final Thread thread;
        private final long most;
        private final long begin;
        private volatile StackTraceElement[] stack;
        private volatile boolean ended;
        private long longest;

        Watched(Thread thread, long most, long begin) {
            this.thread = thread;
            this.most = most;
            this.begin = begin;
        }

        /** What the thread does from now on is no part of the scope. */
        public void end() {
            ended = true;
        }

        /** Where the thread was in the longest stretch that was seen to be over the maximum; null where none was. */
        public StackTraceElement[] stack() {
            return stack;
        }
    }

    /** From now on. */
    public Watched watch(Thread thread, long mostNanos) {
        var watched = new Watched(thread, mostNanos, clock.getAsLong());
        synchronized (this) {
            open.add(watched);
            if (!running) {
                running = true;
                OwnThreads.daemon("snag-witness", this).start();
            } else {
                notifyAll();
            }
        }
        return watched;
    }

    /** No longer; without effect on null. */
    public synchronized void release(Watched watched) {
        open.remove(watched);
        if (open.isEmpty()) {
            notifyAll();
        }
    }

    @Override
    public synchronized void run() {
        while (!open.isEmpty()) {
            long sleep = Long.MAX_VALUE;
            for (Watched watched : List.copyOf(open)) {
                sleep = Math.min(sleep, Math.max(LEAST_SLEEP_NANOS, look(watched)));
            }
            try {
                wait(Math.max(1, sleep / NANOS_PER_MILLI));
            } catch (InterruptedException e) {
                break;
            }
        }
        running = false;
    }

    /** Returns how long it is at least until the next stretch may be too long. */
    private long look(Watched watched) {
        long now = clock.getAsLong();
        Long mount = slots.mountOf(watched.thread.threadId());
        if (mount == null) {
            return watched.most;
        }
        long from = mount - watched.begin < 0 ? watched.begin : mount;
        long nanos = now - from;
        if (nanos < watched.most) {
            return watched.most - nanos;
        }
        if (nanos > watched.longest) {
            StackTraceElement[] taken = watched.thread.getStackTrace();
            if (!watched.ended && mount.equals(slots.mountOf(watched.thread.threadId()))) {
                watched.longest = nanos;
                watched.stack = taken;
            }
        }
        return watched.most;
    }
}
