package dev.snag.samples.lock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hangs for ever, or for as many seconds as its argument says, on a lock that no thread owns.
 *
 * <p><b>Planted:</b> two requests log while they are pinned: up to JDK 23 in {@code synchronized}, from 24 on, where that
 * pins no more, in a class initializer. They wait for the log's lock, and keep both carriers. A third request came before them
 * and is next in line. When the lock is let go it is the third one's to take; but there is no carrier left to run it on.
 *
 * <p><b>Remedy:</b> do not wait for a lock while pinned.
 */
public final class NobodysLock {
    private static final int MONITORS_UNMOUNT = 24;
    private static final ReentrantLock LOG = new ReentrantLock();

    private NobodysLock() {}

    public static void main(String[] args) throws InterruptedException {
        System.setProperty("jdk.virtualThreadScheduler.parallelism", "2");
        boolean monitorsPin = Runtime.version().feature() < MONITORS_UNMOUNT;
        LOG.lock();
        startAndAwait("request-1", NobodysLock::log);
        startAndAwait("request-2", monitorsPin ? () -> logWithin(new Object()) : Prices::load);
        startAndAwait("request-3", monitorsPin ? () -> logWithin(new Object()) : Branches::load);
        LOG.unlock();
        System.out.println("The log's lock is free; nobody will ever take it.");
        if (args.length == 0) {
            Thread.currentThread().join();
        }
        TimeUnit.SECONDS.sleep(Long.parseLong(args[0]));
    }

    private static void startAndAwait(String name, Runnable request) throws InterruptedException {
        Thread thread = Thread.ofVirtual().name(name).start(request);
        while (!LOG.hasQueuedThread(thread) || thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }

    private static void log() {
        LOG.lock();
        LOG.unlock();
    }

    private static void logWithin(Object span) {
        synchronized (span) {
            log();
        }
    }

    private static final class Prices {
        static {
            log();
        }

        static void load() {}
    }

    private static final class Branches {
        static {
            log();
        }

        static void load() {}
    }
}
