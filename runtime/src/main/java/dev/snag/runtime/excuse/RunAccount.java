package dev.snag.runtime.excuse;

import dev.snag.runtime.jvm.RunDelay;

/**
 * What was read of a carrier's time at some moment between two others, {@code System.nanoTime()}.
 *
 * @param cpuNanos its processor time since it began; -1 where unknown
 * @param delay how long it has waited for a processor since it began
 * @param notWaiting when it is known to have run or slept last: its present wait, if there is one, began later
 * @param waitedAtMost how long it can have waited until then, the present wait included; of no meaning where the delay is unknown
 */
record RunAccount(long from, long until, long cpuNanos, RunDelay delay, long notWaiting, long waitedAtMost) {

    /** Before a carrier had begun it had neither run nor waited. */
    static RunAccount atBirth(RunDelay delay) {
        var none = new RunDelay(0, 0, false, delay.began());
        return new RunAccount(delay.began(), delay.began(), 0, none, delay.began(), 0);
    }

    boolean tellsOfRuns() {
        return cpuNanos >= 0;
    }

    boolean tellsOfWaits() {
        return delay.known();
    }

    long waitedAtLeast() {
        return delay.nanos();
    }

    /** The present wait may have begun long before it was seen, but no wait is longer than the time in which it did not run. */
    static long waitedAtMost(RunAccount last, long until, long cpuNanos, RunDelay delay, long notWaiting) {
        long present = delay.runnable() ? Math.max(delay.present(), until - notWaiting) : 0;
        long ran = cpuNanos < 0 || !last.tellsOfRuns() ? 0 : cpuNanos - last.cpuNanos - (last.until - last.from);
        return Math.min(delay.over() + present, last.waitedAtMost + until - last.from - Math.max(0, ran));
    }
}
