package dev.snag.runtime.service;

/** What a measure of memory means after those before it: told once above the limit, again only where it grows, once below. */
final class MemoryLevel {

    private final long limit;
    private long highest;
    private boolean over;

    MemoryLevel(long limit) {
        this.limit = limit;
    }

    /** What is to be told of a measure. */
    enum Verdict {
        NOTHING,
        /** It is over the limit, and more than when that was last told. */
        OVER,
        /** It is below again. */
        UNDER
    }

    Verdict of(long used) {
        if (used <= limit) {
            Verdict verdict = over ? Verdict.UNDER : Verdict.NOTHING;
            over = false;
            highest = 0;
            return verdict;
        }
        over = true;
        if (used <= highest) {
            return Verdict.NOTHING;
        }
        highest = used;
        return Verdict.OVER;
    }
}
