package dev.snag.it;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for something that another process does. */
final class Eventually {
    private static final int LONGEST_SECONDS = 40;

    private Eventually() {}

    /** Returns when it holds; throws where that takes too long. */
    static void holds(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + LONGEST_SECONDS + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
