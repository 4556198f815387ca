package dev.snag.runtime.starvation;

import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Severity;
import dev.snag.runtime.excuse.Excuse;
import java.util.List;

/**
 * The default scheduler at a moment in which none of its carriers has mounted a virtual thread for a while. A custom
 * scheduler's carriers are not in it: its queue cannot be seen.
 *
 * @param since when threads are known to have queued without a mount, {@code System.nanoTime()}
 * @param parallelism how many carriers run virtual threads at a time
 * @param queued virtual threads that are ready to run and have no carrier
 * @param held the carriers that are held
 * @param idle how many of its carriers wait for work, or are about to begin
 * @param pauses in which the whole process stood still since then
 */
public record Standstill(long since, long now, int parallelism, long queued, List<Held> held, int idle, Excuse pauses) {

    public Standstill {
        held = List.copyOf(held);
    }

    /** What becomes of a standstill. */
    public enum Verdict {
        /** It is the outage. */
        STARVED,
        /** Nobody waits. */
        NOTHING_QUEUES,
        /** A carrier is there to take the queue, and has not got round to it. */
        CARRIER_IS_FREE,
        /** Every hold behind it is one that does not count. */
        OUT_OF_SCOPE,
        /** But for what was not the program's doing it would be shorter than the threshold. */
        NOT_YET
    }

    /** How long it has lasted. */
    public long nanos() {
        return now - since;
    }

    /** Judges it. */
    public Verdict verdict(long threshold) {
        if (queued == 0) {
            return Verdict.NOTHING_QUEUES;
        }
        if (carrierIsFree()) {
            return Verdict.CARRIER_IS_FREE;
        }
        if (held.stream().noneMatch(Held::counts)) {
            return Verdict.OUT_OF_SCOPE;
        }
        return missing(threshold) > 0 ? Verdict.NOT_YET : Verdict.STARVED;
    }

    /** How much longer it would have to last, at least; 0 or less where it is long enough. */
    public long missing(long threshold) {
        return threshold - (nanos() - excuse().nanos());
    }

    /**
     * Idle carriers do not help once as many as may run are held; the pool keeps those that it added for others. Without
     * idle ones it may still be short of carriers that it is about to start.
     */
    private boolean carrierIsFree() {
        long running = held.stream().filter(one -> !one.compensated()).count();
        return idle > 0 ? running < parallelism : held.size() < parallelism;
    }

    /** Had one of the carriers let go earlier, there would have been a mount. */
    public Excuse excuse() {
        Excuse most = pauses;
        for (Held one : held) {
            if (one.excuse().reason() == ExcuseReason.DEBUGGER) {
                return one.excuse();
            }
            most = most.or(one.excuse());
        }
        return most.ifMaterialTo(nanos());
    }

    /** An error, unless every hold behind it is but a warning: where all compute, the machine is busy. */
    public Severity severity() {
        boolean warnings = held.stream().allMatch(one -> one.severity() == Severity.WARNING && !one.compensated());
        return warnings ? Severity.WARNING : Severity.ERROR;
    }
}
