package dev.snag.benchmarks.storm;

import dev.snag.benchmarks.holds.Initializing;
import java.util.ArrayList;
import java.util.List;

/**
 * A storm of pinned parks. Arguments: {@code MONITOR} or {@code CLASS_INIT}, virtual threads, units of work before each
 * park, milliseconds to warm up and to measure. Prints the parks of the measured time, of the whole run, and the time.
 */
public final class StormProgram {
    private final List<Parker> parkers = new ArrayList<>();
    private volatile boolean done;

    private StormProgram() {}

    public static void main(String[] args) throws InterruptedException {
        new StormProgram()
                .run(
                        Pin.valueOf(args[0]),
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]),
                        Long.parseLong(args[3]),
                        Long.parseLong(args[4]));
    }

    private void run(Pin pin, int threads, int workUnits, long warmupMs, long measureMs) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Parker parker = new Parker();
            parkers.add(parker);
            all.add(Thread.ofVirtual()
                    .name("parker-" + i)
                    .start(() -> pin.run(() -> parker.parkUntilStopped(workUnits))));
        }
        Thread releaser = Thread.ofPlatform().name("releaser").start(this::release);
        Thread.sleep(warmupMs);
        long before = parks();
        long start = System.nanoTime();
        Thread.sleep(measureMs);
        long measured = parks() - before;
        long nanos = System.nanoTime() - start;
        parkers.forEach(Parker::stop);
        for (Thread thread : all) {
            thread.join();
        }
        done = true;
        releaser.join();
        System.out.println("measured=" + measured);
        System.out.println("nanos=" + nanos);
        System.out.println("parks=" + parks());
        System.out.println("work=" + parkers.stream().mapToLong(Parker::work).sum());
    }

    private void release() {
        while (!done) {
            for (Parker parker : parkers) {
                parker.releaseIfParked();
            }
        }
    }

    private long parks() {
        return parkers.stream().mapToLong(Parker::parks).sum();
    }

    /** What keeps the threads from unmounting. */
    enum Pin {
        MONITOR {
            @Override
            void run(Runnable body) {
                synchronized (new Object()) {
                    body.run();
                }
            }
        },
        CLASS_INIT {
            @Override
            void run(Runnable body) {
                new Initializing(body).initialize();
            }
        };

        abstract void run(Runnable body);

        /** Monitors pin until 23. */
        static Pin on(int feature) {
            return feature <= 23 ? MONITOR : CLASS_INIT;
        }
    }
}
