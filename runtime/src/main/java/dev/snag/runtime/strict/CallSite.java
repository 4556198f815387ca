package dev.snag.runtime.strict;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A place of the program that makes a forbidden call. The first calls are taken one by one with their stacks; of all others it
 * is counted how many they are, and how long the longest took.
 */
final class CallSite {

    /** How many are taken with their stacks. */
    static final int WITH_STACK = 10;

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong more = new AtomicLong();
    private final AtomicReference<long[]> longest = new AtomicReference<>();
    private volatile ForbiddenCall example;

    /**
     * The place, by names alone, so that no class is kept alive.
     *
     * @param category the bridge's number of it
     * @param index of the instruction in its method
     * @param test the name of the test that the calling thread belongs to; null for none
     */
    record Key(int category, String className, String method, int index, String test) {}

    /** Whether this call, of the calling thread, is to be taken with its stack; else it has been counted. */
    boolean takes(long begin, long end) {
        if (calls.incrementAndGet() <= WITH_STACK) {
            return true;
        }
        long[] span = {begin, end};
        long[] before = longest.get();
        while ((before == null || end - begin > before[1] - before[0]) && !longest.compareAndSet(before, span)) {
            before = longest.get();
        }
        more.incrementAndGet();
        return false;
    }

    /** One that was taken with its stack. */
    void shownBy(ForbiddenCall call) {
        example = call;
    }

    /** Those that were counted since the last time; null for none. */
    ForbiddenCall counted() {
        ForbiddenCall shown = example;
        if (shown == null || more.get() == 0) {
            return null;
        }
        long[] span = longest.getAndSet(null);
        long count = more.getAndSet(0);
        return span == null
                ? shown.standingFor(count, shown.begin(), shown.end())
                : shown.standingFor(count, span[0], span[1]);
    }
}
