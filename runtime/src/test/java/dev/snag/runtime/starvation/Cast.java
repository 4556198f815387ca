package dev.snag.runtime.starvation;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.jvm.Waits;
import dev.snag.runtime.jvm.Waits.Lock;
import dev.snag.runtime.jvm.Waits.Party;
import dev.snag.runtime.jvm.Waits.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Threads and locks for a test, in the order in which it names them. */
final class Cast {

    static final String REENTRANT = "java.util.concurrent.locks.ReentrantLock";

    private final Map<Long, Party> parties = new HashMap<>();
    private final List<Lock> locks = new ArrayList<>();

    /** The next lock, with index 0, 1, … */
    Cast lock(long owner, long next, boolean free, int waiters) {
        locks.add(new Lock(REENTRANT, owner, next, free, waiters));
        return this;
    }

    Cast onCarrier(long id, Thread.State state, int awaits) {
        return party(id, true, Place.ON_A_CARRIER, state, awaits);
    }

    Cast unmounted(long id, Thread.State state, int awaits) {
        return party(id, true, Place.OFF_THE_CARRIERS, state, awaits);
    }

    Cast platform(long id, Thread.State state, int awaits) {
        return party(id, false, Place.ELSEWHERE, state, awaits);
    }

    private Cast party(long id, boolean virtual, Place place, Thread.State state, int awaits) {
        parties.put(id, new Party(new ThreadRef("t" + id, id), virtual, place, state, awaits));
        return this;
    }

    Waits waits() {
        return new Waits(parties, locks);
    }
}
