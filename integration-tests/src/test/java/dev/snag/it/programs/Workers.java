package dev.snag.it.programs;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Eight virtual threads that compute for some milliseconds, let go, and begin again; beside them happens what the lines on
 * standard input say. Each line is answered with one. The longest stretch without letting go is measured, so that a test can see
 * whether what it did has really hit one of them.
 *
 * <p>Half of them look at the clock alone, and let go at once where they were stopped; the others have work to do, and go on with
 * what is left of it, so long that whoever watches gets a processor meanwhile.
 */
public final class Workers {
    private static final int WORKERS = 8;
    private static final long LOOK_NANOS = 2_000_000;
    private static final long WORK_NANOS = 8_000_000;
    /** What lies between two readings of the clock is work as far as this; beyond it the thread was stopped. */
    private static final long STEP_NANOS = 20_000;
    /** Has no divisor in common with any round number. */
    private static final int STRIDE = 257;

    private static final AtomicBoolean OVER = new AtomicBoolean();
    private static final AtomicLong LONGEST = new AtomicLong();
    private static final List<Thread> STARTED = new ArrayList<>();
    /** Nobody reads it; it is there for the collector to follow. */
    static Link burden;

    /** One of very many small objects that hang together. */
    static final class Link {
        Link next;
    }

    private Workers() {}

    /** Obeys until its input ends. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("begun");
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(obey(line));
        }
        OVER.set(true);
        for (Thread thread : STARTED) {
            thread.join();
        }
    }

    private static String obey(String command) throws InterruptedException {
        String[] words = command.split(":");
        int number = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        switch (words[0]) {
            case "settle" -> Puppet.settle();
            case "work" -> work();
            case "link" -> burden = chain(number);
            case "gc" -> System.gc();
            case "crowd" -> crowd(number);
            case "load" -> {
                return "loaded " + ManyClasses.load();
            }
            case "longest" -> {
                return "longest " + LONGEST.get() / 1_000_000;
            }
            default -> throw new IllegalArgumentException(command);
        }
        return "did " + command;
    }

    private static void work() {
        for (int i = 0; i < WORKERS; i++) {
            Runnable turn =
                    i % 2 == 0 ? () -> compute(LOOK_NANOS, Long.MAX_VALUE) : () -> compute(WORK_NANOS, STEP_NANOS);
            STARTED.add(Thread.ofVirtual().name("worker-" + i).start(() -> turns(turn)));
        }
    }

    private static void turns(Runnable turn) {
        for (int count = 0; !OVER.get(); count++) {
            turn.run();
            if (count % 8 == 0) {
                sleep();
            } else {
                Thread.yield();
            }
        }
    }

    /** Until there is so much work done as would take so long where nothing stops it. */
    private static void compute(long nanos, long longestStep) {
        long begin = System.nanoTime();
        long end = begin;
        for (long done = 0; done < nanos; ) {
            long now = System.nanoTime();
            done += Math.min(now - end, longestStep);
            end = now;
        }
        LONGEST.accumulateAndGet(end - begin, Math::max);
    }

    private static void sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each is some pages away from the next, so that whoever follows them waits for memory. */
    private static Link chain(int links) {
        var all = new Link[links];
        for (int i = 0; i < links; i++) {
            all[i] = new Link();
        }
        for (int i = 0; i < links; i++) {
            all[i].next = all[(i + STRIDE) % links];
        }
        return all[0];
    }

    /** So many more platform threads that are always busy; they begin together, as none could start beside the others. */
    private static void crowd(int threads) {
        var allThere = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            STARTED.add(Thread.ofPlatform().name("busy").daemon().start(() -> spin(allThere)));
        }
    }

    private static void spin(CountDownLatch allThere) {
        allThere.countDown();
        try {
            allThere.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        while (!OVER.get()) {
            Thread.onSpinWait();
        }
    }
}
