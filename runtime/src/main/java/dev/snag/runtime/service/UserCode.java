package dev.snag.runtime.service;

import dev.snag.runtime.jvm.OwnThreads;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The one thread of ours that runs code of the application's: listeners and monitoring functions. What that code does, however
 * long it takes and whatever it throws, neither the monitor nor the recorder has to wait for it.
 */
final class UserCode implements Runnable {

    static final String THREAD = "snag-listeners";
    private static final int ROOM = 1_024;

    private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(ROOM);
    private final Timetable timetable;
    private final LongSupplier clock;
    private final Host host;
    private final Set<String> failures = new HashSet<>();
    private boolean begun;
    private volatile boolean ended;

    UserCode(Timetable timetable, LongSupplier clock, Host host) {
        this.timetable = timetable;
        this.clock = clock;
        this.host = host;
    }

    /** Hands a task over; returns whether there is room. */
    boolean offer(Runnable task) {
        if (ended) {
            return false;
        }
        begin();
        return tasks.offer(task);
    }

    /** The timetable has changed. */
    void wake() {
        offer(() -> {});
    }

    boolean ended() {
        return ended;
    }

    /**
     * On a thread of ours: on JDK 21 to 23 a new thread keeps the protection domains of those classes that are on the stack of
     * its creator, and with them the class loader of the application that was the first to call.
     */
    private synchronized void begin() {
        if (!begun) {
            begun = true;
            host.demand();
            host.ledger().chore(() -> OwnThreads.daemon(THREAD, this).start());
        }
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                Runnable task = tasks.poll(timetable.nanosUntilNext(clock.getAsLong()), TimeUnit.NANOSECONDS);
                if (task != null) {
                    guarded(task);
                }
                for (Callable<String> function : timetable.takeDue(clock.getAsLong())) {
                    call(function);
                }
            }
        } catch (InterruptedException e) {
            ended = true; // code of the application's has interrupted its own thread: it wants to end
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable t) { // it is the application's, and may throw anything
            failed("listener", t);
        }
    }

    private void call(Callable<String> function) {
        try {
            String stop = ended ? null : function.call();
            if (stop != null) {
                stop(function, stop);
            }
        } catch (Throwable t) {
            failed("monitoring function " + function, t);
        }
    }

    /** Told once for each function and kind of failure, however often it fails. */
    private void failed(String what, Throwable t) {
        if (failures.add(what + t.getClass())) {
            host.ledger().failed(what, t);
        }
    }

    private void stop(Callable<String> function, String why) {
        ended = true;
        host.ledger()
                .note("the monitoring function " + function + " has ended the watch (" + why
                        + "); nothing is seen from now on");
        OwnThreads.daemon("snag-stop", host::stop).start();
    }
}
