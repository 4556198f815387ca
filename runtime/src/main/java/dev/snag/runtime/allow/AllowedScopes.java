package dev.snag.runtime.allow;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Which virtual threads may block just now, by their own word, and which might a moment ago. Opened and closed by the threads
 * themselves, asked by the monitor; nothing is kept of a thread without a scope.
 *
 * <p>A scope that has closed is remembered for a while: a hold is judged when the monitor comes to it, which may be later than
 * its end, and a part of a hold may lie in a scope and the rest not.
 */
public final class AllowedScopes {

    /** The reason that is counted for holds within {@code ignoreCurrent}. */
    public static final String IGNORED = "ignoreCurrent";

    private static final String OWN_WORK = "";
    private static final String MORE_REASONS = "other reasons";
    private static final int MOST_REASONS = 1_000;
    private static final int MOST_CLOSED = 10_000;
    private static final int FIRST_SWEEP = 1_024;
    /** A scope that closed longer ago matters only to holds that have been over any threshold since. */
    private static final long REMEMBERED_NANOS = 60_000_000_000L;

    /** Too short to change what a hold is, and there may be very many. */
    private static final long NEGLIGIBLE_NANOS = 500_000;

    private final LongSupplier clock;
    private final Map<Long, Open> open = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<Span> closed = new ConcurrentLinkedDeque<>();
    private final AtomicInteger closedCount = new AtomicInteger();
    private final Map<String, Long> holds = new LinkedHashMap<>();
    private volatile int sweepAt = FIRST_SWEEP;

    /**
     * Without any scope.
     *
     * @param clock {@code System.nanoTime()}
     */
    public AllowedScopes(LongSupplier clock) {
        this.clock = clock;
    }

    /** From when until when a thread might block; the reason is that of the outermost scope. */
    private static final class Span {
        final long threadId;
        final long from;
        final String reason;
        private volatile boolean over;
        private volatile long until;

        Span(long threadId, long from, String reason) {
            this.threadId = threadId;
            this.from = from;
            this.reason = reason;
        }

        void close(long now) {
            until = now;
            over = true;
        }

        long within(long begin, long end) {
            long last = over && until - end < 0 ? until : end;
            return Math.max(0, last - (from - begin > 0 ? from : begin));
        }
    }

    /** The open scopes of one thread, the outermost first. */
    private record Open(WeakReference<Thread> thread, Span span, List<Object> tokens) {}

    /** Opens a scope of the calling thread; returns what closes it. */
    public Object open(String reason) {
        return open(reason, new Object());
    }

    private Object open(String reason, Object token) {
        Thread self = Thread.currentThread();
        sweepWhereMany();
        open.compute(self.threadId(), (id, present) -> {
            if (present == null) {
                var span = new Span(id, clock.getAsLong(), reason);
                return new Open(new WeakReference<>(self), span, List.of(token));
            }
            var tokens = new ArrayList<>(present.tokens);
            tokens.add(token);
            return new Open(present.thread, present.span, tokens);
        });
        return token;
    }

    /** Closes a scope of that thread; without effect where it is closed. */
    public void close(long threadId, Object token) {
        open.computeIfPresent(threadId, (id, present) -> {
            var tokens = new ArrayList<>(present.tokens);
            tokens.remove(token);
            if (tokens.isEmpty()) {
                remember(present.span);
                return null;
            }
            return new Open(present.thread, present.span, tokens);
        });
    }

    /** The calling thread may block until {@link #monitorCurrent} or its end. */
    public void ignoreCurrent() {
        Open present = open.get(Thread.currentThread().threadId());
        if (present == null || !present.tokens.contains(IGNORED)) {
            open(IGNORED, IGNORED);
        }
    }

    /** The calling thread is watched again from now on, whatever scopes are open. */
    public void monitorCurrent() {
        open.computeIfPresent(Thread.currentThread().threadId(), (id, present) -> {
            remember(present.span);
            return null;
        });
    }

    /** What that thread did since then was ours, and is not held against it; it is not counted either. */
    public void ownWork(long threadId, long begin) {
        remember(new Span(threadId, begin, OWN_WORK));
    }

    /** Whether that thread may block just now. */
    public boolean isOpen(long threadId) {
        return open.containsKey(threadId);
    }

    /** Of the time from {@code begin} to {@code end}, {@code System.nanoTime()}, how much that thread might block. */
    public long nanosWithin(long threadId, long begin, long end) {
        Open present = open.get(threadId);
        Span running = present == null ? null : present.span;
        long sum = running == null ? 0 : running.within(begin, end);
        for (Span span : closed) {
            if (span.threadId == threadId && span != running) {
                sum += span.within(begin, end);
            }
        }
        return sum;
    }

    /** Counts a hold that is no finding because of the scopes of its thread. */
    public void count(long threadId, long begin, long end) {
        Open present = open.get(threadId);
        String reason = present == null ? null : present.span.reason;
        for (Span span : closed) {
            if (reason == null && span.threadId == threadId && span.within(begin, end) > 0) {
                reason = span.reason;
            }
        }
        if (OWN_WORK.equals(reason)) {
            return;
        }
        synchronized (holds) {
            boolean room = holds.containsKey(reason) || holds.size() < MOST_REASONS;
            holds.merge(room && reason != null ? reason : MORE_REASONS, 1L, Long::sum);
        }
    }

    /** How many holds were no finding, by the reason that was given. */
    public Map<String, Long> counts() {
        synchronized (holds) {
            return new LinkedHashMap<>(holds);
        }
    }

    int threadsWithScopes() {
        return open.size();
    }

    private void remember(Span span) {
        long now = clock.getAsLong();
        span.close(now);
        if (now - span.from < NEGLIGIBLE_NANOS) {
            return;
        }
        closed.addLast(span);
        closedCount.incrementAndGet();
        for (Span oldest = closed.peekFirst();
                oldest != null && (now - oldest.until > REMEMBERED_NANOS || closedCount.get() > MOST_CLOSED);
                oldest = closed.peekFirst()) {
            if (closed.remove(oldest)) {
                closedCount.decrementAndGet();
            }
        }
    }

    /** Threads that ended within {@code ignoreCurrent} have closed nothing. */
    private void sweepWhereMany() {
        if (open.size() >= sweepAt) {
            open.forEach((id, each) -> {
                Thread thread = each.thread.get();
                if (thread == null || thread.getState() == Thread.State.TERMINATED) {
                    open.remove(id, each);
                }
            });
            sweepAt = Math.max(FIRST_SWEEP, open.size() * 2);
        }
    }
}
