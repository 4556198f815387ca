package dev.snag.benchmarks.memory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Starts very many virtual threads, a bounded number at a time, each mounted several times. Arguments: virtual threads,
 * mounts of each. Prints memory after a tenth of them and after all.
 */
public final class MemoryProgram {
    private static final int AT_A_TIME = 256;
    private static final int COLLECTIONS = 3;

    private MemoryProgram() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        int threads = Integer.parseInt(args[0]);
        int mounts = Integer.parseInt(args[1]);
        run(threads / 10, mounts);
        say("early");
        long start = System.nanoTime();
        run(threads - threads / 10, mounts);
        System.out.println("nanos=" + (System.nanoTime() - start));
        say("late");
    }

    private static void run(int threads, int mounts) throws InterruptedException {
        Semaphore atATime = new Semaphore(AT_A_TIME);
        for (int i = 0; i < threads; i++) {
            atATime.acquire();
            Thread.ofVirtual().start(() -> {
                for (int mount = 1; mount < mounts; mount++) {
                    Thread.yield();
                }
                atATime.release();
            });
        }
        atATime.acquire(AT_A_TIME);
    }

    private static void say(String when) throws IOException {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        System.out.println(when + ".heap=" + memory.getHeapMemoryUsage().getUsed());
        System.out.println(when + ".nonHeap=" + memory.getNonHeapMemoryUsage().getUsed());
        System.out.println(when + ".rss=" + residentBytes());
    }

    private static long residentBytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String kilobytes = lines.filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no VmRSS in /proc/self/status"));
            return Long.parseLong(kilobytes.replaceAll("\\D", "")) * 1024;
        }
    }
}
