package dev.snag.runtime.jvm;

import static dev.snag.runtime.jvm.Internals.field;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The JDK's own scheduler, {@code VirtualThread.DEFAULT_SCHEDULER}: a {@code ForkJoinPool} on 21 to 27, whose figures are the
 * same ones that the MXBean of 24 and later gives.
 *
 * <p>Reading the field would set the scheduler up, before the program may have said how; so it is read no sooner than a
 * virtual thread was mounted somewhere.
 */
final class DefaultScheduler implements Scheduler {

    private static final String CARRIER_GROUP = "CarrierThreads";
    private static final int ROOM = 16;

    private final Field scheduler = field("java.lang.VirtualThread", "DEFAULT_SCHEDULER");
    private final AwaitedLocks locks;
    private ForkJoinPool pool;

    DefaultScheduler(Snapshots snapshots) throws ReflectiveOperationException {
        if (scheduler.getType() != ForkJoinPool.class) {
            throw new NoSuchFieldException("the scheduler is a " + scheduler.getType());
        }
        locks = new AwaitedLocks(snapshots, this::pool);
    }

    private synchronized ForkJoinPool pool() {
        if (pool == null) {
            pool = Internals.read(() -> (ForkJoinPool) scheduler.get(null));
        }
        return pool;
    }

    @Override
    public boolean owns(Thread carrier) {
        return carrier instanceof ForkJoinWorkerThread worker && worker.getPool() == pool();
    }

    @Override
    public SchedulerSight sight() {
        ForkJoinPool now = pool();
        return new SchedulerSight(now.getParallelism(), now.getQueuedTaskCount() + now.getQueuedSubmissionCount());
    }

    @Override
    public List<Thread> carriers() {
        var carriers = new ArrayList<Thread>();
        for (Thread thread : inCarrierGroup()) {
            if (thread != null && owns(thread)) {
                carriers.add(thread);
            }
        }
        return carriers;
    }

    private static Thread[] inCarrierGroup() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        var groups = new ThreadGroup[root.activeGroupCount() + ROOM];
        root.enumerate(groups, false);
        for (ThreadGroup group : groups) {
            if (group != null && group.getName().equals(CARRIER_GROUP)) {
                var threads = new Thread[group.activeCount() + ROOM];
                group.enumerate(threads, false);
                return threads;
            }
        }
        return new Thread[0];
    }

    @Override
    public CarrierSight sightOf(Thread carrier) {
        return new CarrierSight(carrier.getState(), List.of(carrier.getStackTrace()));
    }

    @Override
    public Waits waits(List<Thread> held) {
        return locks.waits(held);
    }
}
