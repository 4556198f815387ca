package dev.snag.runtime.jvm;

import static dev.snag.runtime.jvm.Internals.method;

import java.lang.reflect.Method;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Owner and queue of the locks of {@code java.util.concurrent}: their common base tells its queue to anybody, its owner and
 * state to its subclasses.
 */
final class LockQueue {

    private final Method owner =
            method("java.util.concurrent.locks.AbstractOwnableSynchronizer", "getExclusiveOwnerThread");
    private final Method state = method("java.util.concurrent.locks.AbstractQueuedSynchronizer", "getState");

    LockQueue() throws ReflectiveOperationException {}

    /** Whether what a thread parks for is a lock: a latch, a condition or a future is none, as nobody has to let go of it. */
    static boolean isLock(Object blocker) {
        return blocker instanceof AbstractQueuedSynchronizer
                && !blocker.getClass().getName().startsWith("java.util.concurrent.CountDownLatch$");
    }

    Thread owner(AbstractOwnableSynchronizer lock) {
        return Internals.read(() -> (Thread) owner.invoke(lock));
    }

    /** Whether nobody holds it, where that can be told: of locks by their count of holds, of a semaphore by its permits. */
    boolean isFree(AbstractQueuedSynchronizer lock) {
        int count = Internals.read(() -> (Integer) state.invoke(lock));
        String name = lock.getClass().getName();
        if (name.startsWith("java.util.concurrent.Semaphore$")) {
            return count > 0;
        }
        return name.startsWith("java.util.concurrent.locks.Reentrant") && count == 0 && owner(lock) == null;
    }

    /** The class that people know: {@code ReentrantLock}, not its {@code NonfairSync}. */
    static String nameOf(Object lock) {
        String name = lock.getClass().getName();
        int nested = name.indexOf('$');
        return lock instanceof AbstractQueuedSynchronizer && nested > 0 && name.startsWith("java.util.concurrent.")
                ? name.substring(0, nested)
                : name;
    }
}
