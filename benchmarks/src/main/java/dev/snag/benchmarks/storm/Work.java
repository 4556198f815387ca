package dev.snag.benchmarks.storm;

/** Computing of a size that can be set. */
final class Work {

    private Work() {}

    /** Takes a time proportional to {@code units}, a few nanoseconds each. */
    static long units(int units) {
        long state = units | 1;
        for (int i = 0; i < units; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        return state;
    }
}
