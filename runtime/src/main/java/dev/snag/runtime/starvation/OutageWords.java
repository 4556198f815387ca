package dev.snag.runtime.starvation;

import dev.snag.findings.Kind;
import dev.snag.findings.LockRef;
import dev.snag.findings.PinReason;
import dev.snag.findings.Severity;
import dev.snag.runtime.diagnosis.Evidence;
import dev.snag.runtime.jvm.Waits.Party;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Why nothing moves and what to do, in a sentence or two.
 *
 * @param lock null where no lock is known to be behind it
 * @param freeNanos for how long the lock has been seen to be free; 0 where it was seen once or has an owner
 */
public record OutageWords(int jdk, List<Held> held, WhoseLock lock, long freeNanos, boolean deadlock) {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000;

    public OutageWords {
        held = List.copyOf(held);
    }

    /** Why no virtual thread is mounted. */
    public String why() {
        String behind = lock == null ? "" : "; " + behindTheLock();
        return capital(carriers()) + " held (" + kinds() + ")" + withNothingMounted() + behind + "."
                + (deadlock ? " Nothing of this can ever move again: it is a deadlock." : "");
    }

    /** {@code all 2 carriers are}. */
    private String carriers() {
        return held.size() == 1 ? "the only carrier is" : "all " + held.size() + " carriers are";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String kinds() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        held.forEach(one -> counts.merge(one.cause().kind(), 1, Integer::sum));
        var kinds = new StringJoiner(", ");
        counts.forEach((kind, count) -> kinds.add(count + " x " + kind));
        return kinds.toString();
    }

    private String withNothingMounted() {
        long bare = held.stream().filter(one -> one.thread() == null).count();
        return bare == 0
                ? ""
                : ", " + (bare == held.size() ? "" : bare + " of them ") + "with no virtual thread mounted";
    }

    private String behindTheLock() {
        LockRef ref = lock.lock();
        String wait = ref.waiters() == 1 ? "1 thread waits" : ref.waiters() + " threads wait";
        String what = ref.className() == null ? "one lock" : "one " + ref.className();
        return wait + " for " + what + ", " + (ref.owner() == null ? unowned() : owned());
    }

    private String unowned() {
        if (!lock.free() && !lock.waitsForCarrier()) {
            return "whose owner is not known";
        }
        String free = "which no thread owns" + (freeNanos > 0 ? " for at least " + span(freeNanos) : "");
        return lock.party() == null
                ? free
                : free + ": next in line is " + name(lock.party()) + ", which " + stateOf(lock.party());
    }

    private String owned() {
        return "which " + name(lock.party()) + " owns, and that one " + stateOf(lock.party());
    }

    private static String name(Party party) {
        return (party.virtual() ? "virtual thread " : "platform thread ") + party.thread();
    }

    private String stateOf(Party party) {
        if (party.state() == Thread.State.TERMINATED) {
            return "has ended without letting go of it";
        }
        return switch (party.place()) {
            case OFF_THE_CARRIERS ->
                (party.state() == Thread.State.RUNNABLE
                                ? "is runnable and cannot be mounted, because "
                                : "waits unmounted and could not be mounted if it were woken, because ")
                        + carriers()
                        + keptByWaiters();
            case ON_A_CARRIER -> "is held on a carrier itself (" + party.state() + ")";
            case ELSEWHERE -> "is " + party.state();
        };
    }

    private String keptByWaiters() {
        return lock.heldWaiting() == held.size()
                ? " kept by " + (held.size() == 1 ? "a thread that waits" : "threads that wait") + " behind it"
                : " held";
    }

    private static String span(long nanos) {
        long millis = nanos / MILLI;
        return millis < SECOND ? millis + " ms" : millis / SECOND + "." + millis % SECOND / 100 + " s";
    }

    /** What to do about it. */
    public String advice() {
        return withoutRestart() + (deadlock ? " This JVM has to be restarted." : "");
    }

    private String withoutRestart() {
        if (held.stream().allMatch(one -> one.thread() == null)) {
            return "Find what blocks the carriers themselves, outside of any virtual thread: often code that another agent"
                    + " has put into the JDK, or a task that was given to the scheduler.";
        }
        if (held.stream().allMatch(one -> one.severity() == Severity.WARNING)) {
            return "Run long computations on a bounded pool of platform threads, about one per core.";
        }
        if (lock == null || lock.heldWaiting() == 0) {
            return "Mend what holds each carrier: each of the holds is a finding of its own.";
        }
        if (held.stream().anyMatch(this::byMonitor)) {
            return "Do not wait for a lock inside of synchronized: use java.util.concurrent locks for both, or run on JDK"
                    + " 24 or newer, where monitors do not keep the carrier (JEP 491).";
        }
        return "Do not wait for a lock where a class initializer or a native frame keeps the thread on its carrier.";
    }

    private boolean byMonitor(Held one) {
        return one.cause().reason() == PinReason.MONITOR
                || (jdk < Evidence.MONITORS_UNMOUNT && one.cause().kind() == Kind.MONITOR);
    }
}
