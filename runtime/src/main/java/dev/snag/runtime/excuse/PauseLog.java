package dev.snag.runtime.excuse;

import dev.snag.findings.ExcuseReason;
import dev.snag.runtime.jvm.Pauses;
import dev.snag.runtime.jvm.Pauses.Collected;
import dev.snag.runtime.jvm.Pauses.Pause;
import dev.snag.runtime.jvm.Pauses.Total;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * The pauses of the whole process, as the monitor noticed them: collections, the VM's other stop-the-world time, and time in which
 * the monitor itself woke late although it had not waited for a processor (the process was stopped, or its host stalled).
 * Where it was in the midst of a look then, the process has used no processor time meanwhile.
 */
public final class PauseLog {

    /** A monitor that wakes less late than this was not stopped: timers and schedulers are that inexact. */
    static final long LATE_NANOS = 10_000_000;
    /** Shorter pauses together do not turn a hold into a finding; the VM counts in milliseconds. */
    static final long PAUSE_MILLIS = 2;

    private static final long NEAR_NANOS = 5_000_000;
    /** A look of which it has waited so large a part was held up by want of processors alone; see {@link #noteHeldUp}. */
    private static final long HELD_UP_PART = 10;

    private static final long NANOS = 1_000_000;
    private static final int KEPT = 256;
    /** How exactly the process's time on the processor is known. */
    private static final long TICK_NANOS = 10_000_000;

    private volatile Pauses pauses = Pauses.UNKNOWN;
    private final LongSupplier ownRunDelay;
    private final Deque<Noticed> noticed = new ArrayDeque<>();
    private final Deque<Noticed> wanting = new ArrayDeque<>();
    private long lastLook;
    private long lookBefore;
    private Pauses counted = Pauses.UNKNOWN;
    private Collected[] collected = {};
    /** The most that was ever seen of the VM's pauses that were no collections, in milliseconds. */
    private long others;

    private long lastDelay;
    private long lookedSince;
    private long cpuBefore = -1;

    /**
     * A log that begins now.
     *
     * @param ownRunDelay nanoseconds that the monitor's thread has waited for a processor so far; -1 where unknown
     * @param now {@code System.nanoTime()}
     */
    public PauseLog(LongSupplier ownRunDelay, long now) {
        this.ownRunDelay = ownRunDelay;
        lastLook = now;
        lookBefore = now;
        lookedSince = now;
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
        lookBegins(now);
        long stopped = takeStopped(now);
        long late = now - due;
        if (late >= LATE_NANOS) {
            long waited = waited(ownRunDelay.getAsLong());
            noteWant(lastLook, now, waited);
            long still = late - waited - stopped * NANOS;
            if (still >= LATE_NANOS) {
                note(new Noticed(due, now, still, ExcuseReason.PROCESS_STOPPED));
            }
        }
        lastDelay = ownRunDelay.getAsLong();
        lookBefore = lastLook;
        lastLook = now;
    }

    /** From now on the monitor does not sleep; what is read at a waking is part of it. */
    void lookBegins(long now) {
        lookedSince = now;
        cpuBefore = pauses.processCpuNanos();
    }

    /**
     * Before a hold is judged, and at the end of a look: the monitor may have been stopped in the midst of it, and what ended
     * thereafter is collected by that same look.
     */
    public void refresh(long now) {
        long stopped = takeStopped(now);
        if (stopped > 0) {
            lookBefore = lastLook;
            lastLook = now;
        }
        if (now - lookedSince >= LATE_NANOS) {
            noteStall(now, stopped * NANOS);
        }
    }

    /** A look that waits for a thread, a file or a class takes its time as well, but not while nobody runs. */
    private void noteStall(long now, long stopped) {
        long cpu = pauses.processCpuNanos();
        long delay = ownRunDelay.getAsLong();
        long waited = waited(delay);
        noteHeldUp(lookedSince, now, waited);
        if (cpu >= 0 && cpuBefore >= 0) {
            long still = now - lookedSince - (cpu - cpuBefore) - TICK_NANOS - waited - stopped;
            if (still >= LATE_NANOS) {
                note(new Noticed(lookedSince, now, still, ExcuseReason.PROCESS_STOPPED));
            }
        }
        lookedSince = now;
        cpuBefore = cpu;
        lastDelay = delay;
    }

    private long waited(long delay) {
        return delay < 0 ? 0 : delay - lastDelay;
    }

    private void noteWant(long from, long until, long waited) {
        if (waited >= LATE_NANOS) {
            keep(wanting, new Noticed(from, until, waited, ExcuseReason.NO_CPU));
        }
    }

    /**
     * Where there are too few processors, a look waits more for others that have none, than for one of its own: for the owner of a
     * lock of the VM's, for threads that are to come to a safepoint. Nobody keeps it for long otherwise.
     */
    private void noteHeldUp(long from, long until, long waited) {
        long took = until - from;
        noteWant(from, until, waited > took / HELD_UP_PART ? took : waited);
    }

    /**
     * What the VM has stopped since this was asked last, in milliseconds; 0 where it is too little to tell. The VM lets the threads
     * go, the monitor's among them, before it adds a pause up, but a collection is counted by then. So collections are placed where
     * they were, and of the total only that counts which is more than them.
     */
    private long takeStopped(long now) {
        Pauses from = pauses;
        Total total = from.total();
        if (from != counted) {
            beginToCount(from, total);
            return 0;
        }
        long stopped = 0;
        for (int i = 0; i < collected.length; i++) {
            stopped += takeCollected(i, now);
        }
        long more = total.millis() - collectedMillis() - others;
        others += Math.max(0, more);
        if (more >= PAUSE_MILLIS) {
            takeBackStall(more * NANOS);
            noteStoppedSince(lookBefore, later(now, total.at()), more * NANOS);
            stopped += more;
        }
        return stopped;
    }

    private void beginToCount(Pauses from, Total total) {
        counted = from;
        collected = new Collected[from.collectors()];
        for (int i = 0; i < collected.length; i++) {
            collected[i] = from.collected(i);
        }
        others = total.millis() - collectedMillis();
    }

    private long collectedMillis() {
        long millis = 0;
        for (Collected each : collected) {
            millis += each.millis();
        }
        return millis;
    }

    /** Where there were several since the last look, only of the last one it is known when. */
    private long takeCollected(int collector, long now) {
        Collected before = collected[collector];
        Collected since = counted.collected(collector);
        if (since.count() == before.count()) {
            return 0;
        }
        collected[collector] = since;
        long millis = since.millis() - before.millis();
        if (millis < PAUSE_MILLIS) {
            return 0;
        }
        Pause last = counted.collection(collector, since.count());
        long length = last == null ? 0 : Math.min(last.until() - last.from(), millis * NANOS);
        long earlier = since.count() - before.count() == 1 && last != null ? 0 : millis * NANOS - length;
        if (earlier >= PAUSE_MILLIS * NANOS) {
            noteStoppedSince(lastLook, last == null ? now : last.from(), earlier);
        }
        if (length >= PAUSE_MILLIS * NANOS) {
            note(new Noticed(last.from(), last.until(), length, ExcuseReason.STOP_THE_WORLD));
        }
        return millis;
    }

    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }

    /** Somewhere between the two times, or as long ago as it is long. */
    private void noteStoppedSince(long from, long until, long nanos) {
        long since = Math.min(from - until, -nanos) + until;
        note(new Noticed(since, until, nanos, ExcuseReason.STOP_THE_WORLD));
    }

    /** What the last look took for a stop of the process was the VM's, so far as it is that long. */
    private void takeBackStall(long nanos) {
        Noticed last = noticed.peekLast();
        if (last != null && last.reason == ExcuseReason.PROCESS_STOPPED && last.until - lastLook >= 0) {
            noticed.removeLast();
            if (last.nanos - nanos >= LATE_NANOS) {
                note(new Noticed(last.from, last.until, last.nanos - nanos, last.reason));
            }
        }
    }

    private void note(Noticed pause) {
        keep(noticed, pause);
    }

    private static void keep(Deque<Noticed> kept, Noticed one) {
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.addLast(one);
    }

    /** How much of this stretch of time, {@code System.nanoTime()}, the process was paused. */
    public Excuse within(long from, long until) {
        return sum(noticed, from, until, false);
    }

    /** How much of it the monitor could look at nothing, as it, or somebody that it waited for, wanted a processor and had none. */
    public Excuse monitorWithoutProcessor(long from, long until) {
        return sum(wanting, from, until, false);
    }

    /**
     * The same for a thread that blocks: a pause in the midst of a wait does not prolong it, only one in which the wait
     * would have begun or ended.
     */
    public Excuse atTheEndsOf(long from, long until) {
        return sum(noticed, from, until, true);
    }

    private static Excuse sum(Deque<Noticed> of, long from, long until, boolean onlyAtTheEnds) {
        Excuse sum = Excuse.NONE;
        for (Noticed pause : of) {
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
