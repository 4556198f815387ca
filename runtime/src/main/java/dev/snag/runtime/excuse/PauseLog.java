package dev.snag.runtime.excuse;

import dev.snag.findings.ExcuseReason;
import dev.snag.runtime.jvm.Pauses;
import dev.snag.runtime.jvm.Pauses.Pause;
import dev.snag.runtime.jvm.Pauses.Total;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.LongSupplier;

/**
 * The pauses of the whole process, as the monitor noticed them: the VM's stop-the-world time, and time in which the
 * monitor itself woke late although it had not waited for a processor (the process was stopped, or its host stalled). Where
 * it was in the midst of a look then, the process has used no processor time meanwhile.
 */
public final class PauseLog {

    /** A monitor that wakes less late than this was not stopped: timers and schedulers are that inexact. */
    static final long LATE_NANOS = 10_000_000;
    /** Shorter pauses together do not turn a hold into a finding; the VM counts in milliseconds. */
    static final long PAUSE_MILLIS = 2;

    private static final long NEAR_NANOS = 5_000_000;
    private static final long NANOS = 1_000_000;
    /** By how much the VM's two accounts of one pause, both in milliseconds, may differ. */
    private static final long INEXACT_NANOS = 2_000_000;

    private static final int KEPT = 256;
    /** How exactly the process's time on the processor is known. */
    private static final long TICK_NANOS = 10_000_000;

    private volatile Pauses pauses = Pauses.UNKNOWN;
    private final LongSupplier ownRunDelay;
    private final Deque<Noticed> noticed = new ArrayDeque<>();
    private final Deque<Noticed> wanting = new ArrayDeque<>();
    private final Deque<Pause> collections = new ArrayDeque<>();
    private long lastLook;
    private long lookBefore;
    private long seenUntil;
    private long lastTotal;
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
        seenUntil = now;
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
        Total total = pauses.total();
        long stopped = takeStopped(total, now);
        long late = now - due;
        if (late >= LATE_NANOS) {
            seeCollections();
            long waited = waited(ownRunDelay.getAsLong());
            noteWant(lastLook, now, waited);
            long still = late - waited - stopped * NANOS;
            if (still >= LATE_NANOS) {
                note(new Noticed(due, now, still, ExcuseReason.PROCESS_STOPPED));
            }
        }
        lastDelay = ownRunDelay.getAsLong();
        lastTotal = total.millis();
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
        long stopped = takeStopped(pauses.total(), now);
        if (stopped > 0) {
            lookBefore = lastLook;
            lastLook = now;
        }
        if (now - lookedSince >= LATE_NANOS) {
            seeCollections();
            noteStall(now, stopped * NANOS);
        }
    }

    /** A look that waits for a thread, a file or a class takes its time as well, but not while nobody runs. */
    private void noteStall(long now, long stopped) {
        long cpu = pauses.processCpuNanos();
        long delay = ownRunDelay.getAsLong();
        long waited = waited(delay);
        noteWant(lookedSince, now, waited);
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

    /** What the VM has stopped since this was asked last, in milliseconds; 0 where it is too little to tell. */
    private long takeStopped(Total total, long now) {
        long stopped = total.millis() - lastTotal;
        if (stopped < PAUSE_MILLIS) {
            return 0;
        }
        noteStopped(stopped, later(now, total.at()));
        lastTotal = total.millis();
        return stopped;
    }

    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }

    /**
     * Collections say when they were. One that is not over yet has only begun since the total was read, and one that is longer than
     * what is added up is not in it yet, or has stopped nobody. Other safepoints happened somewhere since the look before the last
     * one: the VM lets the threads go, the monitor's among them, before it adds the pause up.
     */
    private void noteStopped(long millis, long now) {
        long unplaced = millis * NANOS;
        takeBackStall(unplaced);
        seeCollections();
        for (Iterator<Pause> each = collections.iterator(); each.hasNext() && unplaced >= PAUSE_MILLIS * NANOS; ) {
            Pause pause = each.next();
            long length = pause.until() - pause.from();
            if (isOver(pause, now) && length - unplaced <= INEXACT_NANOS) {
                each.remove();
                long nanos = Math.min(length, unplaced);
                if (nanos >= PAUSE_MILLIS * NANOS) {
                    note(new Noticed(pause.from(), pause.until(), nanos, ExcuseReason.STOP_THE_WORLD));
                    unplaced -= nanos;
                }
            }
        }
        if (unplaced >= PAUSE_MILLIS * NANOS) {
            long from = Math.min(lookBefore - now, -unplaced) + now;
            note(new Noticed(from, now, unplaced, ExcuseReason.STOP_THE_WORLD));
        }
    }

    private static boolean isOver(Pause pause, long now) {
        return pause.until() - now <= NANOS;
    }

    /** Of each collector only the last is told, so it is kept until the VM has added it up as well, or it is too long ago for that. */
    private void seeCollections() {
        collections.removeIf(pause -> pause.until() - lookBefore < 0);
        long before = seenUntil;
        for (Pause pause : pauses.lastCollections()) {
            if (pause.from() - before >= -NANOS && pause.from() - lookBefore >= -NANOS) {
                collections.addLast(pause);
                seenUntil = Math.max(seenUntil, pause.until());
            }
        }
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

    /** How much of it the monitor wanted a processor and had none, so that it could not look at anything. */
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
