package dev.snag.runtime.ledger;

import dev.snag.findings.Kind;
import dev.snag.runtime.monitor.HoldReport;
import dev.snag.runtime.strict.ForbiddenCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A forbidden call that makes out most of a hold over the threshold is that hold, and the monitor tells of it: one incident, so
 * one finding, the hold's. Which of the two comes first is open, so long calls wait a little for their hold. Of calls that are
 * less of a hold each is a finding of its own, as the hold's stack may be another's. One thread uses it.
 */
final class LongCalls {

    static final long PATIENCE_NANOS = 2_000_000_000;
    private static final int MOST = 1_024;

    private final LongSupplier clock;
    private final long threshold;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<HoldReport> holds = new ArrayDeque<>();

    /** A call, and how long it waits: {@code System.nanoTime()}. */
    private record Waiting(ForbiddenCall call, long until) {}

    /**
     * Without any.
     *
     * @param clock {@code System.nanoTime()}
     * @param threshold the least of all kinds, in nanoseconds; a call of half of it or less is not most of any hold
     */
    LongCalls(LongSupplier clock, long threshold) {
        this.clock = clock;
        this.threshold = threshold;
    }

    /** A call came; returns those that are to be recorded now. */
    List<ForbiddenCall> came(ForbiddenCall call) {
        if (call.nanos() <= threshold / 2) {
            return List.of(call);
        }
        for (HoldReport hold : holds) {
            if (isMostOf(hold, call)) {
                return call.count() == 1 ? List.of() : List.of(call);
            }
        }
        waiting.add(new Waiting(call, clock.getAsLong() + PATIENCE_NANOS));
        return waiting.size() > MOST ? List.of(waiting.remove().call()) : List.of();
    }

    /** The last report of a hold came; returns it with what the hooks of the calls saw. */
    HoldReport ended(HoldReport hold) {
        holds.add(hold);
        if (holds.size() > MOST) {
            holds.remove();
        }
        boolean seen = false;
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            ForbiddenCall call = each.next().call();
            if (call.count() == 1 && isMostOf(hold, call)) {
                seen = true;
                each.remove();
            }
        }
        return seen ? hold.with(hold.diagnosis().seenByCallHook()) : hold;
    }

    private static boolean isMostOf(HoldReport hold, ForbiddenCall call) {
        Kind kind = call.category() == null ? Kind.PINNED : Kind.BLOCKING_CALL;
        return hold.thread().id() == call.thread().id()
                && hold.diagnosis().cause().kind() == kind
                && hold.start() - call.begin() <= 0
                && hold.start() + hold.nanos() - call.end() >= 0
                && call.nanos() > hold.nanos() / 2;
    }

    /** Calls that have waited long enough. */
    List<ForbiddenCall> overdue() {
        var due = new ArrayList<ForbiddenCall>();
        while (!waiting.isEmpty() && waiting.peek().until() - clock.getAsLong() <= 0) {
            due.add(waiting.remove().call());
        }
        return due;
    }

    /** How long until a call is overdue, in nanoseconds; {@link Long#MAX_VALUE} where none waits. */
    long dueIn() {
        return waiting.isEmpty() ? Long.MAX_VALUE : Math.max(0, waiting.peek().until() - clock.getAsLong());
    }

    /** At the end: all that wait. */
    List<ForbiddenCall> all() {
        List<ForbiddenCall> left = waiting.stream().map(Waiting::call).toList();
        waiting.clear();
        return left;
    }
}
