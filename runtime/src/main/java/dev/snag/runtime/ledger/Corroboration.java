package dev.snag.runtime.ledger;

import dev.snag.runtime.diagnosis.VmAccount;
import dev.snag.runtime.monitor.HoldReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Joins what the VM recorded of a hold to the report of it. The VM's events come up to a second after a hold has ended, so
 * the last report of a hold of which the VM may have something to say waits for them, for {@link #PATIENCE_NANOS} at most;
 * all others pass at once. One thread uses it.
 */
final class Corroboration {

    static final long PATIENCE_NANOS = 1_200_000_000;
    private static final int MOST_WAITING = 256;
    private static final int MOST_ACCOUNTS = 256;

    private final LongSupplier clock;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<VmAccount> accounts = new ArrayDeque<>();
    private boolean listening;

    /**
     * Nobody listens to the VM yet.
     *
     * @param clock {@code System.nanoTime()}
     */
    Corroboration(LongSupplier clock) {
        this.clock = clock;
    }

    /** A report came; returns those that are to be recorded now. */
    List<HoldReport> reported(HoldReport report) {
        if (report.ongoing() || !listening || !VmAccount.mayComeOf(report.diagnosis())) {
            return List.of(report);
        }
        List<VmAccount> known = takeAccountsOf(report);
        if (!known.isEmpty()) {
            return List.of(corroborated(report, known));
        }
        waiting.add(new Waiting(report, clock.getAsLong() + PATIENCE_NANOS));
        return waiting.size() > MOST_WAITING ? List.of(waiting.remove().report()) : List.of();
    }

    /**
     * The VM's accounts came; returns the reports that are to be recorded now.
     *
     * @param more whether others may come
     */
    List<HoldReport> said(List<VmAccount> batch, boolean more) {
        listening = more;
        for (VmAccount account : batch) {
            accounts.add(account);
            if (accounts.size() > MOST_ACCOUNTS) {
                accounts.remove();
            }
        }
        var settled = new ArrayList<HoldReport>();
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            HoldReport report = each.next().report();
            List<VmAccount> known = takeAccountsOf(report);
            if (!known.isEmpty()) {
                settled.add(corroborated(report, known));
                each.remove();
            }
        }
        if (!more) {
            settled.addAll(all());
        }
        return settled;
    }

    /** Reports that have waited long enough. */
    List<HoldReport> overdue() {
        var settled = new ArrayList<HoldReport>();
        while (!waiting.isEmpty() && waiting.peek().until() - clock.getAsLong() <= 0) {
            settled.add(waiting.remove().report());
        }
        return settled;
    }

    /** How long until a report is overdue, in nanoseconds; {@link Long#MAX_VALUE} where none waits. */
    long dueIn() {
        return waiting.isEmpty() ? Long.MAX_VALUE : Math.max(0, waiting.peek().until() - clock.getAsLong());
    }

    /** At the end: all that wait. */
    List<HoldReport> all() {
        List<HoldReport> left = waiting.stream().map(Waiting::report).toList();
        waiting.clear();
        return left;
    }

    private static HoldReport corroborated(HoldReport report, List<VmAccount> known) {
        return report.with(report.diagnosis().with(known));
    }

    private List<VmAccount> takeAccountsOf(HoldReport report) {
        var taken = new ArrayList<VmAccount>();
        for (Iterator<VmAccount> each = accounts.iterator(); each.hasNext(); ) {
            VmAccount account = each.next();
            if (account.block().threadId() == report.thread().id()
                    && account.block().within(report.start(), report.start() + report.nanos())) {
                taken.add(account);
                each.remove();
            }
        }
        return taken;
    }

    /** A report, and how long it waits: {@code System.nanoTime()}. */
    private record Waiting(HoldReport report, long until) {}
}
