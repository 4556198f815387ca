package dev.snag.runtime;

import dev.snag.runtime.excuse.PauseLog;
import dev.snag.runtime.jfr.FlightRecording;
import dev.snag.runtime.jfr.VmStream;
import dev.snag.runtime.jvm.HotSpotJvm;
import dev.snag.runtime.jvm.OwnSchedule;
import dev.snag.runtime.jvm.OwnThreads;
import dev.snag.runtime.jvm.StopTheWorld;
import dev.snag.runtime.ledger.Ledger;
import dev.snag.runtime.ledger.Recorders;
import dev.snag.runtime.monitor.HoldMonitor;
import dev.snag.runtime.monitor.PinWitnesses;
import dev.snag.runtime.monitor.Scope;
import dev.snag.runtime.options.Thresholds;
import dev.snag.runtime.service.ServiceDoor;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlots;
import dev.snag.runtime.witness.ParkWitness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Watching in earnest: looks at each deadline until told to stop. An error of ours is told and survived. */
final class Session {

    private static final long MOST_ERRORS_TOLD = 20;
    private static final long LATEST_ACCOUNT_NANOS = 2_000_000_000;
    private static final long AFTER_ERROR_NANOS = 20_000_000;
    /** How soon to look again where somebody waits for holds that have ended and are not judged yet. */
    private static final long UNSETTLED_NANOS = 5_000_000;

    /** A program that ends sooner does not wait for what only makes the first collection quick to read. */
    private static final long REHEARSE_AFTER_NANOS = 300_000_000;

    private static final long SETTLE_NANOS = 200_000_000;
    private static final long SETTLE_STEP_NANOS = 500_000;

    private final CarrierSlots slots;
    private final HookProof proof;
    private final Plan plan;
    private final ServiceDoor door;
    private final LooksAskedFor asked;
    private final Ledger ledger;
    private final Thread recording;
    private long recordingSince;
    private final PauseLog pauses;
    private final HoldMonitor monitor;
    private volatile boolean sound = true;
    private volatile boolean looks;
    private final VmStream stream;
    private long errors;
    private volatile boolean streaming;
    private volatile StopTheWorld unrehearsed;
    private Thread lastWords;
    private boolean proving;

    /** Builds what the first looks need, which is quick, and leaves the rest to the recorder's thread. */
    Session(
            CarrierSlots slots,
            HookProof proof,
            Plan plan,
            PinWitnesses witnesses,
            Thresholds thresholds,
            Ledger ledger,
            ServiceDoor door,
            LooksAskedFor asked) {
        this.asked = asked;
        this.slots = slots;
        this.proof = proof;
        this.plan = plan;
        this.ledger = ledger;
        this.door = door;
        var jvm = new HotSpotJvm();
        pauses = new PauseLog(OwnSchedule.runDelay(), System.nanoTime());
        var scope = new Scope(plan.options().include(), plan.options().exclude());
        monitor = new HoldMonitor(
                System::nanoTime,
                slots,
                jvm,
                pauses,
                witnesses,
                thresholds,
                scope,
                ledger,
                Runtime.version().feature());
        stream = plan.options().jfr() && thresholds.least() != Thresholds.OFF && FlightRecording.available()
                ? new VmStream(thresholds.least(), ledger)
                : null;
        monitor.heed(door);
        Runnable recorder = Recorders.of(
                ledger,
                plan.options(),
                () -> openSlowly(jvm, plan),
                plan.loaded(),
                plan.sites(),
                plan.creations(),
                carrierId -> jvm.descriptorOf(taskOf(carrierId)),
                plan.exit(),
                door);
        recording = OwnThreads.daemon("snag-recorder", recorder);
        monitor.ignore(recording.threadId());
        recordingSince = System.nanoTime();
        recording.start();
        if (plan.creations() != null) {
            OwnThreads.daemon("snag-creations", plan.creations()).start();
        }
        if (plan.connections() != null) {
            plan.connections().tell(ledger::connected);
            OwnThreads.daemon("snag-connections", plan.connections()).start();
        }
    }

    private long taskOf(long carrierId) {
        CarrierSlot slot = slots.of(carrierId);
        return slot == null ? 0 : slot.task();
    }

    private Map<String, String> openSlowly(HotSpotJvm jvm, Plan plan) {
        var sensors = new LinkedHashMap<>(plan.hooks());
        jvm.openManagement(recordingSince);
        sensors.putAll(jvm.sensors());
        try {
            StopTheWorld opened = StopTheWorld.open();
            pauses.use(opened);
            unrehearsed = opened;
            sensors.put("pauses", "on");
        } catch (ReflectiveOperationException e) {
            sensors.put("pauses", "off: " + e.getMessage() + "; long stop-the-world pauses are not excused");
        }
        if (plan.options().jfr()) {
            sensors.put(
                    "jfr",
                    FlightRecording.available()
                            ? "on"
                            : "off: the module jdk.jfr is not in this JVM; what only the VM knows is not added to findings");
        }
        return sensors;
    }

    /** At once: the first pinned park may be the one that counts. */
    static PinWitnesses witnesses(CarrierSlots slots, Plan plan) {
        try {
            ParkWitness witness = ParkWitness.open(Runtime.version().feature());
            slots.setWitness(witness);
            plan.hooks().put("pin-witness", "on");
            return witness;
        } catch (ReflectiveOperationException e) {
            plan.hooks().put("pin-witness", "off: " + e + "; the monitor that pins is not named");
            return PinWitnesses.NONE;
        }
    }

    /** Looks at each deadline until it is told to stop. */
    void hold(BooleanSupplier stopping) {
        try {
            looks = true;
            loop(stopping);
            settle();
            long now = System.nanoTime();
            pauses.woke(now, now);
            monitor.finish();
        } catch (RuntimeException | Error e) {
            sound = false;
            ledger.failed("monitor", e);
            ledger.warn("monitor", "has ended; nothing is watched from now on");
        }
    }

    /** Bounded: a thread that has let go has only our hook's few instructions before it, but may lack a processor. */
    private void settle() {
        long until = System.nanoTime() + SETTLE_NANOS;
        while (monitor.someoneLetsGo() && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(this, SETTLE_STEP_NANOS);
        }
    }

    private void loop(BooleanSupplier stopping) {
        long due = System.nanoTime();
        while (!stopping.getAsBoolean()) {
            long now = System.nanoTime();
            pauses.woke(now, due);
            List<Runnable> askers = asked.take();
            try {
                due = monitor.look();
                if (askers.isEmpty() || monitor.hasSettled()) {
                    LooksAskedFor.tell(askers, ledger);
                } else {
                    asked.giveBack(askers);
                    due = Math.min(due, System.nanoTime() + UNSETTLED_NANOS);
                }
                if (!proving && proof.canBeTried()) {
                    proving = true;
                    ledger.chore(this::prove);
                    ledger.chore(this::beginService);
                }
                listenToTheVm();
                rehearse();
            } catch (RuntimeException | Error e) { // whatever it is, the watch goes on
                if (++errors <= MOST_ERRORS_TOLD) {
                    ledger.failed("monitor", e);
                }
                asked.giveBack(askers);
                due = now + AFTER_ERROR_NANOS;
            }
            // Time that our own look took is no lateness.
            long asleep = System.nanoTime();
            pauses.refresh(asleep);
            if (due > asleep && !stopping.getAsBoolean()) {
                LockSupport.parkNanos(this, due - asleep);
            }
            due = Math.max(due, asleep);
        }
        // It is woken to end, and may be woken late all the same.
        pauses.woke(System.nanoTime(), due);
    }

    /** JFR is not for programs without virtual threads, nor to be set up before a main may have chosen its file system. */
    private void listenToTheVm() {
        if (stream != null && !streaming && slots.used()) {
            streaming = true;
            OwnThreads.daemon("snag-jfr", stream).start();
        }
    }

    private void rehearse() {
        StopTheWorld opened = unrehearsed;
        if (opened != null && System.nanoTime() - recordingSince >= REHEARSE_AFTER_NANOS) {
            unrehearsed = null;
            ledger.chore(opened::rehearse);
        }
    }

    /** On the recorder's thread, which becomes a carrier for a moment; that mount is nobody's. */
    private void prove() {
        try {
            proof.mountAndPark();
        } catch (Exception | LinkageError e) {
            unsound("could not prove that the hooks fire: " + e);
            return;
        }
        CarrierSlot own = slots.of(recording.threadId());
        if (own == null) {
            unsound("the mount hook does not fire; no hold is seen");
        } else if (slots.pinnedParks()
                == 0) { // of any: a class that another thread initializes may move the test's thread (26+)
            unsound("the park hook does not fire; pinned parks are not counted");
        }
    }

    /** Only now: what an application's own code does must not come before its {@code main}. */
    private void beginService() {
        door.begin(plan.options().memory());
    }

    private void unsound(String message) {
        sound = false;
        ledger.warn("self-test", message + ". Another agent may have replaced java.lang.VirtualThread; put Snag last");
    }

    /** Whether it has begun to look at the carriers, and to take their notes. */
    boolean looks() {
        return looks;
    }

    void setThresholds(Thresholds changed) {
        monitor.setThresholds(changed);
    }

    /** After the last look: the last lines. */
    void close(boolean alive, long millis) throws InterruptedException {
        if (lastWords != null) {
            lastWords.join(millis / 2);
        }
        endConnections();
        boolean heard = plan.strict() == null || plan.strict().end(ledger);
        boolean watched = alive && sound && heard && slots.errors() == 0;
        CarrierSlot own = slots.of(recording.threadId());
        long ownMounts = own == null ? 0 : own.mounts();
        long ownParks = own == null ? 0 : own.pinnedParks();
        ledger.ended(watched, slots.mounts() - ownMounts, slots.pinnedParks() - ownParks, door.allowedHolds());
        recording.join(millis);
    }

    private void endConnections() {
        String remark = plan.connections() == null ? null : plan.connections().end();
        if (remark != null) {
            ledger.note(remark);
        }
    }

    /**
     * At the end, before all else: what the VM recorded of the last holds is read at once instead of within a second. JFR
     * shuts down at the same time as we do.
     */
    void hearTheVmOut() {
        if (streaming && ledger.reportedWithin(LATEST_ACCOUNT_NANOS)) {
            lastWords = OwnThreads.daemon("snag-jfr-end", stream::stop);
            lastWords.start();
        }
    }
}
