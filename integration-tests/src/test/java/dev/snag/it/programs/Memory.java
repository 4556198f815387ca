package dev.snag.it.programs;

import dev.snag.MemoryLevel;
import dev.snag.Snag;
import dev.snag.SnagListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Uses much heap for a while; run with {@code max-memory.heap=96m} and more than that to begin with below. */
public final class Memory {

    private static final int BYTES = 200 << 20;
    private static final int PIECE = 100_000;
    private static byte[][] used = {};

    private Memory() {}

    public static void main(String[] arguments) throws Throwable {
        List<MemoryLevel> levels = new CopyOnWriteArrayList<>();
        Snag.addListener(new SnagListener() {
            @Override
            public void memoryChanged(MemoryLevel level) {
                levels.add(level);
            }
        });
        Thread.startVirtualThread(() -> {}).join();
        if (arguments.length > 0) {
            Thread.sleep(2_500);
            Proof.of("g59_without_a_limit_nothing_is_said", () -> Proof.that(levels.isEmpty(), levels));
            return;
        }
        Proof.of("g60_above_the_limit_is_told_and_below_it_again", () -> {
            used = new byte[BYTES / PIECE][PIECE];
            Proof.eventually(() -> !levels.isEmpty());
            Proof.that(
                    levels.get(0).over()
                            && levels.get(0).usedBytes() > levels.get(0).limitBytes(),
                    levels);
            Proof.that(levels.get(0).what().equals("heap in use"), levels);
            used = new byte[0][];
            Proof.eventually(() -> {
                System.gc();
                Thread.sleep(50);
                return !levels.get(levels.size() - 1).over();
            });
        });
    }
}
