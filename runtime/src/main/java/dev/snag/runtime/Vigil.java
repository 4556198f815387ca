package dev.snag.runtime;

import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.concurrent.locks.LockSupport;

/**
 * The life of the monitor's thread: waits for the first virtual thread, with next to nothing loaded, then holds the
 * session. None is lost meanwhile: until the monitor's first look each carrier notes its longest hold itself.
 */
final class Vigil implements Runnable {

    private static final long WAIT_NANOS = 20_000_000;

    private final CarrierSlots slots;
    private final HookProof proof;
    private final Plan plan;
    private volatile Thresholds thresholds;
    private volatile boolean stopping;
    private volatile Session session;

    Vigil(CarrierSlots slots, HookProof proof, Plan plan) {
        this.slots = slots;
        this.proof = proof;
        this.plan = plan;
        thresholds = plan.options().thresholds();
    }

    @Override
    public void run() {
        var witnesses = Session.witnesses(slots, plan);
        while (!stopping && !slots.used() && !plan.speaksAtStart() && !proof.canBeTried()) {
            LockSupport.parkNanos(this, Math.min(thresholds.least() / 2, WAIT_NANOS));
        }
        if (stopping && !hasSomethingToSay()) {
            return;
        }
        var begun = new Session(slots, proof, plan, witnesses, thresholds);
        session = begun;
        begun.hold(() -> stopping);
    }

    void setThresholds(Thresholds changed) {
        thresholds = changed;
        Session running = session;
        if (running != null) {
            running.setThresholds(changed);
        }
    }

    void stop() {
        stopping = true;
    }

    boolean hasSomethingToSay() {
        return session != null || slots.used() || plan.speaksAtStart();
    }

    void close(boolean alive, long millis) throws InterruptedException {
        Session running = session;
        if (running != null) {
            running.close(alive, millis);
        }
    }
}
