package dev.snag.runtime.starvation;

import dev.snag.findings.Kind;
import dev.snag.findings.LockRef;
import dev.snag.findings.PinReason;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.jvm.Waits;
import dev.snag.runtime.jvm.Waits.Party;
import dev.snag.runtime.jvm.Waits.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The monitor that several of the carriers wait to enter, by the class of its object alone: before JDK 25 the VM tells no
 * more of it. A thread that is pinned because it owns a monitor of that class is taken for the owner where it is the only one.
 */
public final class MonitorOfStacks {

    private static final int SEVERAL = 2;

    private MonitorOfStacks() {}

    /** Null where no monitor keeps several carriers. */
    public static WhoseLock of(List<Held> held) {
        Map<String, Integer> counts = new HashMap<>();
        held.stream()
                .map(MonitorOfStacks::entered)
                .filter(Objects::nonNull)
                .forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= SEVERAL)
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> account(entry.getKey(), entry.getValue(), held))
                .orElse(null);
    }

    private static WhoseLock account(String className, int waiters, List<Held> held) {
        List<Held> owners = held.stream().filter(one -> owns(one, className)).toList();
        if (owners.size() != 1) {
            return new WhoseLock(new LockRef(className, null, null, null, waiters), null, false, waiters);
        }
        Held owner = owners.getFirst();
        ThreadRef thread = owner.thread() == null ? owner.carrier() : owner.thread();
        var party = new Party(thread, true, Place.ON_A_CARRIER, stateOf(owner), Waits.NO_LOCK);
        return new WhoseLock(
                new LockRef(className, thread, null, party.state().name(), waiters), party, false, waiters);
    }

    /** Class of the monitor that it waits to enter; null where it does not, or that is unknown. */
    private static String entered(Held one) {
        boolean enters = one.cause().kind() == Kind.MONITOR
                && !"Object.wait".equals(one.cause().operation());
        return enters && one.cause().monitor() != null ? one.cause().monitor().className() : null;
    }

    private static boolean owns(Held one, String className) {
        return one.cause().kind() == Kind.PINNED
                && one.cause().reason() == PinReason.MONITOR
                && one.cause().monitor() != null
                && className.equals(one.cause().monitor().className());
    }

    private static Thread.State stateOf(Held pinned) {
        String operation = String.valueOf(pinned.cause().operation());
        boolean timed = operation.endsWith("sleep") || operation.endsWith("Nanos") || operation.endsWith("Until");
        return timed ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
    }
}
