package dev.snag.runtime.excuse;

import dev.snag.findings.ExcuseReason;
import dev.snag.runtime.jvm.RunDelay;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts of one carrier's time, read at each look of the monitor. Of a hold between two of them they tell how much it can
 * have been its own doing at most, how long it has computed at least, and how long it can have waited for a processor,
 * even where nobody came to look at it. All of it is proved, nothing is estimated.
 */
public final class RunAccounts {

    private static final int KEPT = 32;
    /** Of those that follow each other faster than this only the last is kept. */
    private static final long NEAR_NANOS = 5_000_000;

    private final List<RunAccount> kept = new ArrayList<>();
    private RunAccount birth;

    /** When the last account was read, {@code System.nanoTime()}; {@code otherwise} where there is none. */
    public long lastAt(long otherwise) {
        return kept.isEmpty() ? otherwise : kept.getLast().until();
    }

    /** Whether the last account tells how long the carrier has waited. */
    boolean tellOfWaits() {
        return !kept.isEmpty() && kept.getLast().tellsOfWaits();
    }

    /** Whether the carrier slept, by the last account. */
    public boolean tellOfSleep() {
        return tellOfWaits() && !kept.getLast().delay().runnable();
    }

    /**
     * One more account.
     *
     * @param from just before it was read, {@code System.nanoTime()}
     * @param until just after
     * @param ran when the carrier is known to have run last, read before {@code from}
     */
    public void add(long from, long until, long cpuNanos, RunDelay delay, long ran) {
        RunAccount last = kept.isEmpty() ? null : kept.getLast();
        if (delay.known()) {
            birth = RunAccount.atBirth(delay);
        }
        long notWaiting = notWaiting(last, cpuNanos, delay, ran);
        long atMost = delay.known()
                ? RunAccount.waitedAtMost(
                        last != null && last.tellsOfWaits() ? last : birth, until, cpuNanos, delay, notWaiting)
                : 0;
        makeRoom(from, ran);
        kept.add(new RunAccount(from, until, cpuNanos, delay, notWaiting, atMost));
    }

    /** The last one before the present mount is needed as long as that lasts. */
    private void makeRoom(long from, long ran) {
        int size = kept.size();
        if (size > 1
                && from - kept.get(size - 2).until() < NEAR_NANOS
                && kept.getLast().from() - ran > 0) {
            kept.removeLast();
        } else if (size == KEPT) {
            kept.remove(kept.get(1).from() - ran <= 0 ? 0 : 1);
        }
    }

    private static long notWaiting(RunAccount last, long cpuNanos, RunDelay delay, long ran) {
        if (last == null || !last.tellsOfWaits() || !delay.known()) {
            return ran;
        }
        boolean sameWait = last.delay().runnable()
                && last.cpuNanos() == cpuNanos
                && last.delay().over() == delay.over();
        return later(ran, sameWait ? last.notWaiting() : last.from());
    }

    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }

    /**
     * How much of a hold was its own doing at most, computing and blocking together: the time of accounts around it, less that
     * in which the carrier was runnable and had no processor. {@code Long.MAX_VALUE} where nothing tells.
     */
    public long ownAtMost(long start, long end) {
        long least = Long.MAX_VALUE;
        for (RunAccount before : upTo(start)) {
            for (RunAccount after : kept) {
                if (after.tellsOfWaits() && after.until() - end >= 0) {
                    long waited = after.waitedAtLeast() - before.waitedAtMost();
                    least = Math.min(least, after.until() - before.from() - waited);
                }
            }
        }
        return Math.max(0, least);
    }

    /** The part of a hold that was not its own doing, by that. */
    public Excuse wantOfProcessor(long start, long end) {
        long own = ownAtMost(start, end);
        long nanos = end - start;
        return own >= nanos ? Excuse.NONE : new Excuse(nanos - own, ExcuseReason.NO_CPU);
    }

    /** Those that began no later than then and tell of waits. */
    private List<RunAccount> upTo(long start) {
        var before = new ArrayList<RunAccount>();
        if (birth != null) {
            before.add(birth);
        }
        for (RunAccount account : kept) {
            if (account.tellsOfWaits() && account.from() - start <= 0) {
                before.add(account);
            }
        }
        return before;
    }

    /** How long the carrier can have waited for a processor within a hold; {@code Long.MAX_VALUE} where nothing tells. */
    public long waitedAtMost(long start, long end) {
        return waitedAtMost(start, end, true);
    }

    /**
     * Whether a later account may tell of longer waits within a hold that has ended: the carrier may wait again, which hides
     * how long it did before.
     *
     * @param tolerated how much of it may be its own doing
     */
    public boolean mayTellMore(long start, long end, long tolerated) {
        if (kept.isEmpty()
                || !kept.getLast().tellsOfWaits()
                || !kept.getLast().delay().runnable()) {
            return false;
        }
        long waits = waitedAtMost(start, end, false);
        return waits != Long.MAX_VALUE && end - start - waits < tolerated;
    }

    /** Within a hold that has ended, only waits that are over count; the present one came later. */
    private long waitedAtMost(long start, long end, boolean withPresent) {
        long least = Long.MAX_VALUE;
        for (RunAccount before : upTo(start)) {
            for (RunAccount after : kept) {
                if (before.until() - start <= 0 && after.tellsOfWaits() && after.from() - end >= 0) {
                    long until =
                            withPresent ? after.waitedAtMost() : after.delay().over();
                    least = Math.min(least, until - before.waitedAtLeast());
                }
            }
        }
        return least;
    }

    /**
     * How long a hold has computed at most: what the carrier has run between accounts around it; {@code Long.MAX_VALUE} where
     * nothing tells.
     */
    public long computedAtMost(long start, long end) {
        long least = Long.MAX_VALUE;
        for (RunAccount before : kept) {
            for (RunAccount after : kept) {
                if (before.tellsOfRuns()
                        && after.tellsOfRuns()
                        && before.until() - start <= 0
                        && after.from() - end >= 0) {
                    least = Math.min(least, after.cpuNanos() - before.cpuNanos());
                }
            }
        }
        return least;
    }

    /** How long a hold has computed at least. */
    public long computedAtLeast(long start, long end) {
        long most = 0;
        for (RunAccount before : kept) {
            for (RunAccount after : kept) {
                if (before.tellsOfRuns() && after.tellsOfRuns() && after.until() - before.until() > 0) {
                    long elsewhere = Math.max(0, start - before.from()) + Math.max(0, after.until() - end);
                    most = Math.max(most, after.cpuNanos() - before.cpuNanos() - elsewhere);
                }
            }
        }
        return most;
    }
}
