package dev.snag.runtime.jvm;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.jvm.Waits.Lock;
import dev.snag.runtime.jvm.Waits.Party;
import dev.snag.runtime.jvm.Waits.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.function.Supplier;

/**
 * Follows the threads to the locks that they wait for, and the locks to the threads that own them or are next in line: locks
 * of {@code java.util.concurrent} by what a thread parks for, on all JDKs; monitors from JDK 25 on.
 */
final class AwaitedLocks {

    /** Asking who owns a monitor takes some 50 microseconds a thread. */
    private static final int MOST_OWNERS_ASKED = 512;

    private final Snapshots snapshots;
    private final AllVirtualThreads virtuals;
    private final LockQueue queue = new LockQueue();

    /**
     * Over these readers.
     *
     * @param snapshots null before JDK 25
     */
    AwaitedLocks(Snapshots snapshots, Supplier<ForkJoinPool> pool) throws ReflectiveOperationException {
        this.snapshots = snapshots;
        virtuals = new AllVirtualThreads(pool);
    }

    Waits waits(List<Thread> held) {
        return new Search(held).waits();
    }

    private Object lockAwaitedBy(Thread thread) {
        Object parksFor = virtuals.blockerOf(thread);
        if (parksFor != null) {
            return LockQueue.isLock(parksFor) ? parksFor : null;
        }
        boolean blocked = snapshots != null && virtuals.stateOf(thread) == Thread.State.BLOCKED;
        return blocked ? snapshots.of(thread).waitsFor() : null;
    }

    private final class Search {

        private final List<Thread> held;
        private final List<Thread> known = new ArrayList<>();
        private final Map<Long, Thread> followed = new LinkedHashMap<>();
        private final Map<Long, Integer> awaits = new HashMap<>();
        private final Map<Object, Integer> indexes = new IdentityHashMap<>();
        private final List<Object> locks = new ArrayList<>();
        private final List<Lock> read = new ArrayList<>();
        private final Deque<Thread> unfollowed = new ArrayDeque<>();

        Search(List<Thread> held) {
            this.held = held;
            known.addAll(held);
            known.addAll(virtuals.some());
        }

        Waits waits() {
            known.forEach(this::follow);
            for (int i = 0; i < locks.size(); i++) {
                read.add(read(locks.get(i), i));
                while (!unfollowed.isEmpty()) {
                    Thread party = unfollowed.remove();
                    follow(party);
                    followed.putIfAbsent(party.threadId(), party);
                }
            }
            var parties = new HashMap<Long, Party>();
            followed.forEach((id, thread) -> parties.put(id, party(thread)));
            return new Waits(parties, read);
        }

        private void follow(Thread thread) {
            if (followed.containsKey(thread.threadId())) {
                return;
            }
            Object lock = lockAwaitedBy(thread);
            if (lock != null) {
                Integer index = indexes.get(lock);
                if (index == null) {
                    index = locks.size();
                    indexes.put(lock, index);
                    locks.add(lock);
                }
                awaits.put(thread.threadId(), index);
                followed.put(thread.threadId(), thread);
            }
        }

        private Lock read(Object lock, int index) {
            return lock instanceof AbstractQueuedSynchronizer queued ? read(queued) : monitor(lock, index);
        }

        private Lock read(AbstractQueuedSynchronizer lock) {
            Thread owner = queue.owner(lock);
            Thread next = lock.getFirstQueuedThread();
            return new Lock(LockQueue.nameOf(lock), id(owner), id(next), queue.isFree(lock), lock.getQueueLength());
        }

        /** Its queue is the VM's; the threads that are known to wait for it are counted. */
        private Lock monitor(Object object, int index) {
            int waiters = (int) awaits.values().stream().filter(i -> i == index).count();
            return new Lock(LockQueue.nameOf(object), id(ownerOf(object)), Waits.NOBODY, false, waiters);
        }

        private Thread ownerOf(Object object) {
            var candidates = new ArrayList<Thread>(held);
            candidates.addAll(Thread.getAllStackTraces().keySet());
            candidates.addAll(known);
            return candidates.stream()
                    .limit(MOST_OWNERS_ASKED)
                    .filter(thread -> snapshots.owns(thread, object))
                    .findFirst()
                    .orElse(null);
        }

        private long id(Thread thread) {
            if (thread == null) {
                return Waits.NOBODY;
            }
            unfollowed.add(thread);
            return thread.threadId();
        }

        private Party party(Thread thread) {
            Place place = virtuals.placeOf(thread);
            return new Party(
                    new ThreadRef(thread.getName(), thread.threadId()),
                    thread.isVirtual(),
                    place,
                    virtuals.stateOf(thread),
                    awaits.getOrDefault(thread.threadId(), Waits.NO_LOCK));
        }
    }
}
