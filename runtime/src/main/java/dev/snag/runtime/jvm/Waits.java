package dev.snag.runtime.jvm;

import dev.snag.findings.ThreadRef;
import java.util.List;
import java.util.Map;

/**
 * Who waits for which lock, and who would have to let go of it, as of one moment.
 *
 * @param parties the threads that wait for a lock, own one that is waited for, or are next in line for it, by id
 * @param locks those that are waited for
 */
public record Waits(Map<Long, Party> parties, List<Lock> locks) {

    /** Nothing is known. */
    public static final Waits NONE = new Waits(Map.of(), List.of());

    /** The id of no thread. */
    public static final long NOBODY = 0;

    /** The index of no lock. */
    public static final int NO_LOCK = -1;

    public Waits {
        parties = Map.copyOf(parties);
        locks = List.copyOf(locks);
    }

    /** Where a thread is, seen from the default scheduler. */
    public enum Place {
        /** A virtual thread that is mounted on one of its carriers. */
        ON_A_CARRIER,
        /** A virtual thread of it that is not mounted, and needs a carrier to go on. */
        OFF_THE_CARRIERS,
        /** A platform thread, or a virtual one of another scheduler: it runs whatever becomes of these carriers. */
        ELSEWHERE
    }

    /**
     * A thread.
     *
     * @param virtual whether it is a virtual one
     * @param state as {@code Thread.getState} has it; {@code TIMED_WAITING} ends by itself
     * @param awaits index of the lock that it waits for; {@link #NO_LOCK} where there is none, or it is unknown
     */
    public record Party(ThreadRef thread, boolean virtual, Place place, Thread.State state, int awaits) {}

    /**
     * A lock that is waited for.
     *
     * @param className of the lock, or of the object whose monitor it is
     * @param owner id of the thread that owns it; {@link #NOBODY} where none does, or it is unknown
     * @param next id of the first thread in its queue; {@link #NOBODY} where unknown
     * @param free whether it is known that no thread owns it
     * @param waiters how many threads wait for it
     */
    public record Lock(String className, long owner, long next, boolean free, int waiters) {}
}
