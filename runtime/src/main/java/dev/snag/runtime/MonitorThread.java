package dev.snag.runtime;

import dev.snag.runtime.excuse.PauseLog;
import dev.snag.runtime.jvm.HotSpotJvm;
import dev.snag.runtime.jvm.OwnSchedule;
import dev.snag.runtime.jvm.Pauses;
import dev.snag.runtime.jvm.StopTheWorld;
import dev.snag.runtime.ledger.Ledger;
import dev.snag.runtime.monitor.HoldMonitor;
import dev.snag.runtime.monitor.PinWitnesses;
import dev.snag.runtime.monitor.Scope;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlots;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The life of the monitor's thread: waits for the first virtual thread, proves the hooks, then looks at each deadline. An
 * error of ours is told and survived.
 */
public final class MonitorThread implements Runnable {

    private static final long MOST_ERRORS_TOLD = 20;
    private static final long WAIT_FOR_VIRTUAL_THREADS_NANOS = 20_000_000;

    private final CarrierSlots slots;
    private final HookProof proof;
    private final PinWitnesses witnesses;
    private final Scope scope;
    private final Ledger ledger;
    private final Map<String, String> hooks;
    private final boolean tellsStart;
    private final LongSupplier clock = System::nanoTime;
    private volatile Thresholds thresholds;
    private volatile boolean stopping;
    private volatile boolean sound = true;
    private volatile HoldMonitor monitor;
    private long errors;
    private long ownMounts;
    private long ownParks;
    private boolean proved;

    /**
     * Not yet running.
     *
     * @param hooks state of each hook by its name, as for the {@code start} line
     * @param tellsStart whether the {@code start} line is wanted although there may never be a virtual thread
     */
    public MonitorThread(
            CarrierSlots slots,
            HookProof proof,
            PinWitnesses witnesses,
            Thresholds thresholds,
            Scope scope,
            Ledger ledger,
            Map<String, String> hooks,
            boolean tellsStart) {
        this.slots = slots;
        this.proof = proof;
        this.witnesses = witnesses;
        this.thresholds = thresholds;
        this.scope = scope;
        this.ledger = ledger;
        this.hooks = hooks;
        this.tellsStart = tellsStart;
    }

    @Override
    public void run() {
        try {
            if (!tellsStart) {
                waitForVirtualThreads();
            }
            if (!stopping) {
                watch();
            }
        } catch (RuntimeException | Error e) {
            sound = false;
            ledger.failed("monitor", e);
            ledger.warn("monitor", "has ended; nothing is watched from now on");
        }
    }

    private void waitForVirtualThreads() {
        while (!stopping && slots.present().isEmpty() && !proof.canBeTried()) {
            LockSupport.parkNanos(this, Math.min(thresholds.least() / 2, WAIT_FOR_VIRTUAL_THREADS_NANOS));
        }
    }

    private void watch() {
        var jvm = new HotSpotJvm();
        var sensors = new LinkedHashMap<>(hooks);
        sensors.putAll(jvm.sensors());
        Pauses pauses = pauses(sensors);
        ledger.started(sensors);
        long now = clock.getAsLong();
        var log = new PauseLog(pauses, OwnSchedule.runDelay(), now);
        monitor = new HoldMonitor(
                clock,
                slots,
                jvm,
                log,
                witnesses,
                thresholds,
                scope,
                ledger,
                Runtime.version().feature());
        loop(log, now);
        monitor.collectEnds();
    }

    private static Pauses pauses(Map<String, String> sensors) {
        try {
            Pauses pauses = StopTheWorld.open();
            sensors.put("pauses", "on");
            return pauses;
        } catch (ReflectiveOperationException e) {
            sensors.put("pauses", "off: " + e.getMessage() + "; long stop-the-world pauses are not excused");
            return Pauses.UNKNOWN;
        }
    }

    private void loop(PauseLog log, long begun) {
        long due = begun;
        while (!stopping) {
            long now = clock.getAsLong();
            log.woke(now, due);
            try {
                proveOnce();
                due = monitor.look();
            } catch (RuntimeException | LinkageError e) {
                if (++errors <= MOST_ERRORS_TOLD) {
                    ledger.failed("monitor", e);
                }
                due = now + Math.min(thresholds.least(), WAIT_FOR_VIRTUAL_THREADS_NANOS);
            }
            long left = due - clock.getAsLong();
            if (left > 0 && !stopping) {
                LockSupport.parkNanos(this, left);
            }
        }
    }

    /** The proof makes this very thread a carrier for a moment; that mount is nobody's. */
    private void proveOnce() {
        if (proved || !proof.canBeTried()) {
            return;
        }
        proved = true;
        long id = Thread.currentThread().threadId();
        monitor.ignore(id);
        try {
            proof.mountAndPark();
        } catch (Exception | LinkageError e) {
            unsound("could not prove that the hooks fire: " + e);
            return;
        }
        CarrierSlot own = slots.present().stream()
                .filter(slot -> slot.carrierId() == id)
                .findFirst()
                .orElse(null);
        ownMounts = own == null ? 0 : own.mounts();
        ownParks = own == null ? 0 : own.pinnedParks();
        if (ownMounts == 0) {
            unsound("the mount hook does not fire; no hold is seen");
        } else if (ownParks == 0) {
            unsound("the park hook does not fire; pinned parks are told from other blocking by their state alone");
        }
        if (own != null) {
            slots.forget(own);
        }
    }

    private void unsound(String message) {
        sound = false;
        ledger.warn("self-test", message + ". Another agent may have replaced java.lang.VirtualThread; put Snag last");
    }

    void setThresholds(Thresholds changed) {
        thresholds = changed;
        HoldMonitor running = monitor;
        if (running != null) {
            running.setThresholds(changed);
        }
    }

    void stop() {
        stopping = true;
    }

    /** Whether the hooks fire as far as is known, and the monitor has not given up. */
    boolean sound() {
        return sound && slots.errors() == 0;
    }

    long mounts() {
        return slots.mounts() - ownMounts;
    }

    long pinnedParks() {
        return slots.pinnedParks() - ownParks;
    }
}
