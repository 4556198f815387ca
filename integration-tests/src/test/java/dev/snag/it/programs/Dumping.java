package dev.snag.it.programs;

import dev.snag.Snag;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Virtual threads in several states, dumped from inside, and left there for a tool outside until standard input ends. */
public final class Dumping {

    private Dumping() {}

    public static void main(String[] arguments) throws Throwable {
        var lock = new ReentrantLock();
        lock.lock();
        var end = new CountDownLatch(1);
        for (int i = 0; i < 30; i++) {
            Thread.ofVirtual().name("waits-" + i).start(() -> {
                lock.lock();
                lock.unlock();
            });
        }
        var spins = new boolean[] {true};
        Thread busy = Thread.ofVirtual().name("busy").start(() -> spin(end));
        var executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("in-executor").factory());
        executor.submit(() -> {
            end.await();
            return null;
        });
        Proof.eventually(() -> lock.getQueueLength() == 30);
        boolean tracked = !"false".equals(System.getProperty("jdk.trackAllThreads"));
        Proof.of(
                "g33_the_dump_lists_threads_and_marks_the_current_one",
                () -> Proof.onVirtual("asks", () -> {
                    String dump = Snag.dump();
                    Proof.contains(
                            dump,
                            "asked for by virtual thread \"asks\"",
                            "* \"asks\" #",
                            "\"busy\" #",
                            "on carrier \"ForkJoinPool-1-worker-",
                            "at dev.snag.it.programs.Dumping.spin");
                    if (tracked) {
                        Proof.contains(dump, " more in the same place", "ReentrantLock$NonfairSync");
                        Proof.that(
                                dump.split("Dumping.lambda").length < 12,
                                "threads that are alike stand alone:\n" + dump);
                    }
                }));
        Proof.of(
                "g33_a_platform_thread_may_ask",
                () -> Proof.contains(Snag.dump(), "asked for by platform thread \"main\" #"));
        Proof.of("g34_the_dump_shows_the_tree_of_executors", () -> {
            String dump = Snag.dump();
            Proof.contains(dump, "java.util.concurrent.ThreadPerTaskExecutor@", "\"in-executor\" #");
            if (tracked) {
                Proof.contains(dump, "<root>");
            } else {
                Proof.contains(dump, "-Djdk.trackAllThreads=false");
                Proof.that(!dump.contains("\"waits-3\""), dump);
            }
        });
        Proof.of("g69_is_instrumented_is_true_exactly_for_what_was_transformed", () -> {
            Class<?> virtual = busy.getClass();
            Proof.that(Snag.isInstrumented(virtual, "runContinuation"), "runContinuation");
            Proof.that(Snag.isInstrumented(virtual, "parkOnCarrierThread"), "parkOnCarrierThread");
            Proof.that(!Snag.isInstrumented(virtual, "mount"), "mount");
            Proof.that(!Snag.isInstrumented(Thread.class, "runContinuation"), "of Thread");
        });
        System.out.println("ready");
        System.in.read();
        end.countDown();
        lock.unlock();
        LockSupport.parkNanos(1);
        executor.close();
    }

    private static void spin(CountDownLatch end) {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
