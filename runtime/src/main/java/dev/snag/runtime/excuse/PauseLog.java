package dev.snag.runtime.excuse;

import dev.snag.findings.ExcuseReason;
import dev.snag.runtime.jvm.Pauses;
import dev.snag.runtime.jvm.Pauses.Pause;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * The pauses of the whole process, as the monitor noticed them: the VM's stop-the-world time, and time in which the
 * monitor itself woke late although it had not waited for a processor (the process was stopped, or its host stalled).
 */
public final class PauseLog {

    /** A monitor that wakes less late than this was not stopped: timers and schedulers are that inexact. */
    static final long LATE_NANOS = 10_000_000;
    /** Shorter pauses together do not turn a hold into a finding; the VM counts in milliseconds. */
    static final long PAUSE_MILLIS = 2;

    private static final long NEAR_NANOS = 5_000_000;
    private static final long NANOS = 1_000_000;
    private static final int KEPT = 256;

    private volatile Pauses pauses = Pauses.UNKNOWN;
    private final LongSupplier ownRunDelay;
    private final Deque<Noticed> noticed = new ArrayDeque<>();
    private long lastLook;
    private long lastTotal;
    private long lastDelay;

    /**
     * A log that begins now.
     *
     * @param ownRunDelay nanoseconds that the monitor's thread has waited for a processor so far; -1 where unknown
     * @param now {@code System.nanoTime()}
     */
    public PauseLog(LongSupplier ownRunDelay, long now) {
        this.ownRunDelay = ownRunDelay;
        lastLook = now;
        lastDelay = ownRunDelay.getAsLong();
    }

    /** From now on the VM's own account counts too; any thread may call it. */
    public void use(Pauses opened) {
        pauses = opened;
    }

    /**
     * At each waking of the monitor.
     *
     * @param due when it should have woken, {@code System.nanoTime()}
     */
    public void woke(long now, long due) {
        long total = pauses.totalMillis();
        long stopped = takeStopped(total, now);
        long late = now - due;
        if (late >= LATE_NANOS) {
            long delay = ownRunDelay.getAsLong();
            long waited = delay < 0 ? 0 : delay - lastDelay;
            long still = late - waited - stopped * NANOS;
            if (still >= LATE_NANOS) {
                note(new Noticed(due, now, still, ExcuseReason.PROCESS_STOPPED));
            }
        }
        lastDelay = ownRunDelay.getAsLong();
        lastTotal = total;
        lastLook = now;
    }

    /**
     * Before a hold is judged: the VM may have stopped the monitor in the midst of its look, and what ended thereafter is
     * collected by that same look.
     */
    public void refresh(long now) {
        if (takeStopped(pauses.totalMillis(), now) > 0) {
            lastLook = now;
        }
    }

    /** What the VM has stopped since this was asked last, in milliseconds; 0 where it is too little to tell. */
    private long takeStopped(long total, long now) {
        long stopped = total - lastTotal;
        if (stopped < PAUSE_MILLIS) {
            return 0;
        }
        noteStopped(stopped, now);
        lastTotal = total;
        return stopped;
    }

    /** Collections say when they were; other safepoints happened somewhere since the last look. */
    private void noteStopped(long millis, long now) {
        long unplaced = millis * NANOS;
        for (Pause pause : pauses.lastCollections(now)) {
            long nanos = Math.min(pause.until() - pause.from(), unplaced);
            if (pause.from() >= lastLook - NANOS && nanos >= PAUSE_MILLIS * NANOS) {
                note(new Noticed(pause.from(), pause.until(), nanos, ExcuseReason.STOP_THE_WORLD));
                unplaced -= nanos;
            }
        }
        if (unplaced >= PAUSE_MILLIS * NANOS) {
            note(new Noticed(lastLook, now, unplaced, ExcuseReason.STOP_THE_WORLD));
        }
    }

    private void note(Noticed pause) {
        if (noticed.size() == KEPT) {
            noticed.removeFirst();
        }
        noticed.addLast(pause);
    }

    /** How much of this stretch of time, {@code System.nanoTime()}, the process was paused. */
    public Excuse within(long from, long until) {
        return sum(from, until, false);
    }

    /**
     * The same for a thread that blocks: a pause in the midst of a wait does not prolong it, only one in which the wait
     * would have begun or ended.
     */
    public Excuse atTheEndsOf(long from, long until) {
        return sum(from, until, true);
    }

    private Excuse sum(long from, long until, boolean onlyAtTheEnds) {
        Excuse sum = Excuse.NONE;
        for (Noticed pause : noticed) {
            if (onlyAtTheEnds && pause.from - NEAR_NANOS > from && pause.until + NEAR_NANOS < until) {
                continue;
            }
            long overlap = Math.min(until, pause.until) - Math.max(from, pause.from);
            if (overlap > 0) {
                sum = sum.and(new Excuse(Math.min(overlap, pause.nanos), pause.reason));
            }
        }
        return sum.atMost(until - from);
    }

    /** A pause of so many nanoseconds, somewhere between the two times. */
    private record Noticed(long from, long until, long nanos, ExcuseReason reason) {}
}
