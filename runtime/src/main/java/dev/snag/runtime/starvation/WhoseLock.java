package dev.snag.runtime.starvation;

import dev.snag.findings.LockRef;
import dev.snag.runtime.jvm.Waits;
import dev.snag.runtime.jvm.Waits.Lock;
import dev.snag.runtime.jvm.Waits.Party;
import dev.snag.runtime.jvm.Waits.Place;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lock that an outage is about, and who would have to let go of it or take it.
 *
 * @param lock as the finding has it
 * @param party the owner, or the next in line where there is no owner; null where unknown
 * @param free whether it is known that no thread owns it
 * @param heldWaiting how many of the carriers are held by threads that wait for it
 */
public record WhoseLock(LockRef lock, Party party, boolean free, int heldWaiting) {

    private static final int SEVERAL = 2;

    /**
     * Finds it: of the locks that keep carriers, else of all that several threads wait for, the one with most waiters.
     *
     * @param held ids of the threads that keep the carriers
     * @return null where there is none
     */
    public static WhoseLock of(Waits waits, List<Long> held) {
        return IntStream.range(0, waits.locks().size())
                .mapToObj(i -> account(waits, i, held))
                .filter(one -> one.heldWaiting > 0 || one.lock.waiters() >= SEVERAL)
                .max(Comparator.<WhoseLock>comparingInt(one -> Math.min(one.heldWaiting, 1))
                        .thenComparingLong(one -> one.lock.waiters())
                        .thenComparingInt(one -> one.heldWaiting))
                .orElse(null);
    }

    private static WhoseLock account(Waits waits, int index, List<Long> held) {
        Lock lock = waits.locks().get(index);
        Party owner = waits.parties().get(lock.owner());
        Party next = owner == null ? waits.parties().get(lock.next()) : null;
        Party party = owner == null ? next : owner;
        int heldWaiting = (int) held.stream()
                .map(id -> waits.parties().get(id))
                .filter(one -> one != null && one.awaits() == index)
                .count();
        var ref = new LockRef(
                lock.className(),
                owner == null ? null : owner.thread(),
                next == null ? null : next.thread(),
                party == null ? null : party.state().name(),
                lock.waiters());
        return new WhoseLock(ref, party, lock.free(), heldWaiting);
    }

    /** Whether who owns it, or is next in line for it, is ready to run and has no carrier. */
    public boolean waitsForCarrier() {
        return party != null && party.place() == Place.OFF_THE_CARRIERS && party.state() == Thread.State.RUNNABLE;
    }
}
