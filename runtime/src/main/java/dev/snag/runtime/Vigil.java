package dev.snag.runtime;

import dev.snag.runtime.ledger.Ledger;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.service.ServiceDoor;
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
    private final ServiceDoor door;
    private final LooksAskedFor asked = new LooksAskedFor();
    private Ledger ledger;
    private volatile boolean demanded;
    private volatile Thresholds thresholds;
    private volatile boolean stopping;
    private volatile Session session;

    Vigil(CarrierSlots slots, HookProof proof, Plan plan, ServiceDoor door) {
        this.slots = slots;
        this.proof = proof;
        this.plan = plan;
        this.door = door;
        thresholds = plan.options().thresholds();
    }

    @Override
    public void run() {
        var witnesses = Session.witnesses(slots, plan);
        while (!stopping && !demanded && !slots.used() && !plan.speaksAtStart() && !proof.canBeTried()) {
            LockSupport.parkNanos(this, Math.min(thresholds.least() / 2, WAIT_NANOS));
        }
        if (stopping && !hasSomethingToSay()) {
            return;
        }
        var begun = new Session(slots, proof, plan, witnesses, thresholds, ledger(), door, asked);
        session = begun;
        begun.setThresholds(thresholds); // they may have changed while it was built
        begun.hold(() -> stopping);
    }

    void setThresholds(Thresholds changed) {
        thresholds = changed;
        Session running = session;
        if (running != null) {
            running.setThresholds(changed);
        }
    }

    /** There at the first need; it takes what is said before there is a session. */
    synchronized Ledger ledger() {
        if (ledger == null) {
            ledger = new Ledger();
        }
        return ledger;
    }

    /** Null where nobody wants to know. */
    void lookSoon(Runnable whenRecorded) {
        if (whenRecorded != null) {
            asked.add(whenRecorded);
        }
    }

    /** The session begins although no virtual thread has. */
    void demand() {
        demanded = true;
    }

    boolean stopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
        Session running = session;
        if (running != null) {
            running.hearTheVmOut();
        }
    }

    /**
     * Whether anybody would hear of what the watch has seen, or has yet to see. A short program that nobody has looked at yet need not
     * wait until the watch is set up, where its carriers have noted no hold that would be told.
     */
    boolean hasSomethingToSay() {
        if (demanded || plan.speaksAtStart()) {
            return true;
        }
        boolean unseen = slots.used() && (mayBeTold() || slots.mayHaveHeld(thresholds.least(), System.nanoTime()));
        Session running = session; // asked last: until its first look the carriers' notes are all there
        return unseen || running != null && running.looks();
    }

    /** Whether there may be more to tell than holds. */
    private boolean mayBeTold() {
        return plan.strict() != null
                || plan.connections() != null
                || plan.options().memory().any()
                || door.hasGuests();
    }

    void close(boolean alive, long millis) throws InterruptedException {
        Session running = session;
        if (running != null) {
            running.close(alive, millis);
        }
    }
}
