package dev.snag.runtime.ledger;

import dev.snag.runtime.connections.ConnectionReport;
import dev.snag.runtime.diagnosis.VmAccount;
import dev.snag.runtime.jfr.VmListener;
import dev.snag.runtime.monitor.HoldListener;
import dev.snag.runtime.monitor.HoldReport;
import dev.snag.runtime.starvation.OutageReport;
import dev.snag.runtime.strict.ForbiddenCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Takes what the monitor says without ever making it wait; what does not fit is counted. */
public final class Ledger implements HoldListener, VmListener {

    private static final int ROOM = 4096;

    private final BlockingQueue<Event> events;
    private final AtomicLong excused = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong ownErrors = new AtomicLong();
    private volatile long lastReported;

    /** What can happen. */
    sealed interface Event {
        record OverThreshold(HoldReport report) implements Event {}

        record WasExcused(HoldReport report) implements Event {}

        record VmSaid(List<VmAccount> accounts, boolean more) implements Event {}

        record Starved(OutageReport report) implements Event {}

        record Called(ForbiddenCall call) implements Event {}

        record Connected(ConnectionReport report) implements Event {}

        record Failed(String where, String message) implements Event {}

        record Noted(String line) implements Event {}

        record Said(List<String> lines) implements Event {}

        record Chore(Runnable task) implements Event {}

        record Settled(Runnable task) implements Event {}

        record Ended(boolean alive, long holds, long pinnedParks, Map<String, Long> allowed) implements Event {}
    }

    /** With room for some thousand events. */
    public Ledger() {
        this(ROOM);
    }

    Ledger(int room) {
        events = new ArrayBlockingQueue<>(room);
    }

    @Override
    public void overThreshold(HoldReport report) {
        lastReported = System.nanoTime();
        take(new Event.OverThreshold(report));
    }

    @Override
    public void excused(HoldReport report) {
        excused.incrementAndGet();
        take(new Event.WasExcused(report));
    }

    @Override
    public void starved(OutageReport report) {
        take(new Event.Starved(report));
    }

    /** A task of somebody who waits for all that there is: what waits for its hold waits no longer. */
    public void settled(Runnable task) {
        take(new Event.Settled(task));
    }

    /** A call that a strict rule forbids. */
    public void called(ForbiddenCall call) {
        take(new Event.Called(call));
    }

    /** More connections than are fine. */
    public void connected(ConnectionReport report) {
        take(new Event.Connected(report));
    }

    /** Forbidden calls of which there is nothing but their number, as they were too many. */
    public void lost(long calls) {
        dropped.addAndGet(calls);
    }

    @Override
    public void failed(String where, Throwable failure) {
        StackTraceElement[] at = failure.getStackTrace();
        warn(where, failure + (at.length == 0 ? "" : " at " + at[0]));
    }

    /** An error of the agent in words: what happened, and what is therefore not seen. */
    public void warn(String where, String message) {
        ownErrors.incrementAndGet();
        take(new Event.Failed(where, message));
    }

    @Override
    public void vmSaid(List<VmAccount> accounts, boolean more) {
        take(new Event.VmSaid(accounts, more));
    }

    /** Whether a hold was reported within so many nanoseconds, so that the VM's account of it may still come. */
    public boolean reportedWithin(long nanos) {
        return lastReported != 0 && System.nanoTime() - lastReported < nanos;
    }

    /** A line for people that is no finding. */
    @Override
    public void note(String line) {
        take(new Event.Noted(line));
    }

    /** Something that the recorder's thread is to do. */
    public void chore(Runnable task) {
        take(new Event.Chore(task));
    }

    /** The last event of a program that has allowed nothing. */
    void ended(boolean alive, long holds, long pinnedParks) throws InterruptedException {
        ended(alive, holds, pinnedParks, Map.of());
    }

    /** The last event: whether the monitor was alive to the end, and what it saw. Waits for room. */
    public void ended(boolean alive, long holds, long pinnedParks, Map<String, Long> allowed)
            throws InterruptedException {
        events.put(new Event.Ended(alive, holds, pinnedParks, allowed));
    }

    private void take(Event event) {
        if (!events.offer(event)) {
            dropped.incrementAndGet();
        }
    }

    /** Lines of a finding, as an audience has left them. */
    void say(List<String> lines) {
        take(new Event.Said(List.copyOf(lines)));
    }

    /** The next event, as soon as there is one; null where there was none for so long. */
    Event next(long nanos) throws InterruptedException {
        return events.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** An event that is there already; null for none. */
    Event nextNow() {
        return events.poll();
    }

    long excusedCount() {
        return excused.get();
    }

    /** Events that did not fit. */
    public long droppedCount() {
        return dropped.get();
    }

    long ownErrorCount() {
        return ownErrors.get();
    }
}
