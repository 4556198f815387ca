package dev.snag.runtime.starvation;

import dev.snag.runtime.jvm.Waits;
import dev.snag.runtime.jvm.Waits.Lock;
import dev.snag.runtime.jvm.Waits.Party;
import dev.snag.runtime.jvm.Waits.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether nothing can ever move again. All are taken to be stuck, then those that can move are taken out, until no more are
 * found; it is a deadlock where no carrier is among them. What is unknown can move: a deadlock is named where it is proved.
 */
public final class Deadlock {

    private final Waits waits;
    private final Set<Long> stuck;

    private Deadlock(Waits waits) {
        this.waits = waits;
        stuck = new HashSet<>(waits.parties().keySet());
    }

    /**
     * Whether it is one.
     *
     * @param held ids of the threads that keep the carriers, all of them
     */
    public static boolean isOne(Waits waits, List<Long> held) {
        return !held.isEmpty() && new Deadlock(waits).keepsAll(held);
    }

    private boolean keepsAll(List<Long> held) {
        boolean less = true;
        while (less && stuck.containsAll(held)) {
            less = stuck.removeIf(id -> canMove(waits.parties().get(id)));
        }
        return stuck.containsAll(held);
    }

    private boolean canMove(Party party) {
        // Whatever wakes it, it needs one of the carriers.
        if (party.place() == Place.OFF_THE_CARRIERS || party.state() == Thread.State.TERMINATED) {
            return false;
        }
        boolean waitsForEver = party.state() == Thread.State.WAITING || party.state() == Thread.State.BLOCKED;
        return !waitsForEver || party.awaits() == Waits.NO_LOCK || canBecomeFree(party);
    }

    private boolean canBecomeFree(Party waiting) {
        Lock lock = waits.locks().get(waiting.awaits());
        long responsible = lock.owner() != Waits.NOBODY ? lock.owner() : lock.free() ? lock.next() : Waits.NOBODY;
        return responsible == waiting.thread().id() || !stuck.contains(responsible);
    }
}
