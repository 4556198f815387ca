package dev.snag.runtime.service;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Functions that are called every so often. They are referred to weakly: the API's copy that was given one keeps it, so that
 * an application that is gone takes its functions with it.
 */
final class Timetable {

    /** However short the periods are. */
    static final long LEAST_NANOS = 5_000_000;
    /** With nothing to call. */
    static final long IDLE_NANOS = 60_000_000_000L;

    private final List<Row> rows = new ArrayList<>();

    private static final class Row {
        final WeakReference<Callable<String>> function;
        long period;
        long due;

        Row(Callable<String> function) {
            this.function = new WeakReference<>(function);
        }
    }

    /** Adds a function, or changes its period. */
    synchronized void put(Callable<String> function, long periodNanos, long now) {
        Row row = rows.stream()
                .filter(each -> each.function.refersTo(function))
                .findFirst()
                .orElse(null);
        if (row == null) {
            row = new Row(function);
            rows.add(row);
        }
        row.period = periodNanos;
        row.due = now + periodNanos;
    }

    synchronized void remove(Callable<String> function) {
        rows.removeIf(row -> row.function.refersTo(function));
    }

    synchronized int size() {
        rows.removeIf(row -> row.function.refersTo(null));
        return rows.size();
    }

    /** How long to sleep until the next function is due. */
    synchronized long nanosUntilNext(long now) {
        long next = IDLE_NANOS;
        for (Row row : rows) {
            next = Math.min(next, row.due - now);
        }
        return Math.max(LEAST_NANOS, next);
    }

    /** Those that are due; each is due again a period from now. */
    synchronized List<Callable<String>> takeDue(long now) {
        var due = new ArrayList<Callable<String>>();
        for (Row row : rows) {
            Callable<String> function = row.due - now > 0 ? null : row.function.get();
            if (function != null) {
                row.due = now + row.period;
                due.add(function);
            }
        }
        rows.removeIf(row -> row.function.refersTo(null));
        return due;
    }
}
