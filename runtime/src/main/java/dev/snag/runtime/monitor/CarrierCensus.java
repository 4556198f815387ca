package dev.snag.runtime.monitor;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.excuse.Excuse;
import dev.snag.runtime.jvm.CarrierSight;
import dev.snag.runtime.jvm.Scheduler;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.starvation.Held;
import dev.snag.runtime.starvation.OwnHold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** All carriers of the default scheduler at one moment of a standstill: what holds each, and which are idle. */
final class CarrierCensus {

    private final HoldMonitor monitor;
    private final Scheduler scheduler;
    private final long since;
    private final List<Held> held = new ArrayList<>();
    private final List<Thread> parties = new ArrayList<>();
    private final Map<CarrierSlot, Long> epochs = new HashMap<>();
    private int idle;

    /**
     * To be taken.
     *
     * @param since when the standstill began, {@code System.nanoTime()}
     */
    CarrierCensus(HoldMonitor monitor, Scheduler scheduler, long since) {
        this.monitor = monitor;
        this.scheduler = scheduler;
        this.since = since;
    }

    void take(List<WatchedCarrier> watched) {
        var left = new HashMap<Long, Thread>();
        for (Thread carrier : scheduler.carriers()) {
            left.put(carrier.threadId(), carrier);
        }
        for (WatchedCarrier each : watched) {
            Thread carrier = each.slot().carrier();
            if (carrier != null) {
                left.remove(carrier.threadId());
                epochs.put(each.slot(), each.slot().epoch());
                Held byThread = each.heldSince(since);
                if (byThread == null) {
                    addItself(carrier, each.excuseSince(since));
                } else {
                    add(byThread, each.mounted());
                }
            }
        }
        left.values().forEach(carrier -> addItself(carrier, Excuse.NONE));
    }

    private void addItself(Thread carrier, Excuse excuse) {
        CarrierSight sight = scheduler.sightOf(carrier);
        if (sight.busy()) {
            var name = new ThreadRef(carrier.getName(), carrier.threadId());
            add(OwnHold.of(name, sight, monitor.scope().include().isEmpty(), excuse), carrier);
        } else {
            idle++;
        }
    }

    private void add(Held one, Thread party) {
        held.add(one);
        parties.add(party);
    }

    List<Held> held() {
        return List.copyOf(held);
    }

    /** The virtual threads that keep carriers, and carriers that are stuck by themselves. */
    List<Thread> parties() {
        return List.copyOf(parties);
    }

    int idle() {
        return idle;
    }

    /** Whether nothing was mounted since; any thread may ask. */
    BooleanSupplier lasts() {
        Map<CarrierSlot, Long> then = Map.copyOf(epochs);
        return () -> then.entrySet().stream().allMatch(each -> each.getKey().epoch() == each.getValue());
    }
}
