package dev.snag.runtime;

import dev.snag.runtime.jvm.OwnThreads;
import dev.snag.runtime.ledger.Ledger;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.service.Host;
import dev.snag.runtime.service.ServiceDoor;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.concurrent.locks.LockSupport;

/** The watch over one JVM: start, change, stop. */
public final class Watch implements Host {

    private static final long STOP_MILLIS = 2_000;
    /** A gate that was not waited for fails. */
    private static final long STOP_MILLIS_OF_GATE = 30_000;

    private final CarrierSlots slots;
    private final Plan plan;
    private final ServiceDoor door;
    private final Vigil vigil;
    private final boolean seesMounts;
    private final long stopMillis;
    private final Thread thread;
    private boolean stopped;

    /** Not yet started. */
    public Watch(CarrierSlots slots, HookProof proof, Plan plan) {
        this.slots = slots;
        this.plan = plan;
        seesMounts = plan.seesMounts();
        stopMillis = plan.exit() == null ? STOP_MILLIS : STOP_MILLIS_OF_GATE;
        door = new ServiceDoor(slots, this);
        vigil = new Vigil(slots, proof, plan, door);
        thread = OwnThreads.daemon("snag-monitor", vigil);
    }

    /** Starts it; the caller does not wait. */
    public void start() {
        if (plan.strict() != null) {
            plan.strict().begin(plan, slots, door, ledger());
        }
        thread.start();
        slots.setService(door);
    }

    /** After a late start: parts of the application may have asked for it before. */
    public void meetThoseBefore() {
        door.meetThoseBefore();
    }

    @Override
    public boolean watching() {
        return thread.isAlive() && !vigil.stopping() && seesMounts;
    }

    @Override
    public void demand() {
        vigil.demand();
        LockSupport.unpark(thread);
    }

    @Override
    public void lookSoon(Runnable whenRecorded) {
        if (plan.strict() != null) {
            plan.strict().watch().flush();
        }
        vigil.lookSoon(whenRecorded);
        LockSupport.unpark(thread);
    }

    @Override
    public Class<?> weaveLineage() throws Exception {
        return plan.lineage().call();
    }

    @Override
    public Ledger ledger() {
        return vigil.ledger();
    }

    @Override
    public boolean instrumented(String className, String method) {
        return plan.woven().test(className, method);
    }

    @Override
    public Class<?>[] loaded() {
        return plan.loaded().get();
    }

    /** Changes the thresholds at once. */
    public void setThresholds(Thresholds thresholds) {
        vigil.setThresholds(thresholds);
        LockSupport.unpark(thread);
    }

    /**
     * Ends the watch, and writes what is to be said at the end. Waits for some seconds at most, and not at all where there
     * is nothing to say; a second call does nothing.
     */
    @Override
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        boolean alive = thread.isAlive();
        vigil.stop();
        LockSupport.unpark(thread);
        if (!vigil.hasSomethingToSay()) {
            return;
        }
        try {
            thread.join(stopMillis);
            vigil.close(alive, stopMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
