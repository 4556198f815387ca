package dev.snag.benchmarks.holds;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Makes holds and writes down each. Arguments: the file to write to, the kind, the threshold in ms, the number of holds
 * of each length, how many at a time, and the lengths as shares of the threshold.
 */
public final class HoldsProgram {
    private final HoldKind kind;
    private final double thresholdMs;
    private final Fifos fifos;
    private final Semaphore atATime;
    private final int permits;
    private final Queue<Truth> truths = new ConcurrentLinkedQueue<>();

    private HoldsProgram(HoldKind kind, double thresholdMs, int atATime, Path folder) {
        this.kind = kind;
        this.thresholdMs = thresholdMs;
        this.permits = atATime;
        this.atATime = new Semaphore(atATime);
        this.fifos = new Fifos(folder, kind == HoldKind.BLOCKING_CALL ? atATime : 1);
    }

    public static void main(String[] args) throws InterruptedException {
        Path file = Path.of(args[0]);
        HoldsProgram program = new HoldsProgram(
                HoldKind.valueOf(args[1]), Double.parseDouble(args[2]), Integer.parseInt(args[4]), file.getParent());
        int count = Integer.parseInt(args[3]);
        for (int i = 0; i < count; i++) {
            for (int length = 5; length < args.length; length++) {
                program.start(Double.parseDouble(args[length]), i);
            }
        }
        program.atATime.acquire(program.permits);
        int holds = count * (args.length - 5);
        if (program.truths.size() != holds) {
            throw new IllegalStateException(
                    program.truths.size() + " of " + holds + " holds came to their end; see standard error");
        }
        Truth.write(file, program.truths);
    }

    private void start(double wanted, int index) throws InterruptedException {
        atATime.acquire();
        Thread.ofVirtual().name(kind + "-" + wanted + "-" + index).start(() -> {
            try {
                truths.add(hold(wanted));
            } finally {
                atATime.release();
            }
        });
    }

    private Truth hold(double wanted) {
        HoldBody body = HoldBody.of(kind, fifos);
        body.prepare();
        // A yield ends the hold in which it was prepared, and another begins right after it.
        long before = System.nanoTime();
        Thread.yield();
        long startMicros = Clock.wallMicros();
        long start = System.nanoTime();
        body.holdUntil(start + (long) (wanted * thresholdMs * 1e6));
        long nanos = System.nanoTime() - start;
        Thread.yield();
        long most = System.nanoTime() - before;
        body.cleanUp();
        return new Truth(Thread.currentThread().threadId(), kind, wanted, startMicros, nanos, most);
    }
}
