package dev.snag.findings.text;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.HeldCarrier;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.LockRef;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Occurrences;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.Starvation;
import dev.snag.findings.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One occurrence of each kind, as they really look. */
final class Examples {

    private static final String BASE = "java.base@21.0.13";
    private static final List<Frame> BOTTOM = List.of(
            new Frame("java.util.concurrent.FutureTask", "run", 317, BASE, null),
            new Frame("java.lang.VirtualThread", "run", 309, BASE, null));

    private Examples() {}

    static Occurrence pinned() {
        return Occurrences.with(
                Occurrences.pinned(),
                place(
                        Occurrences.LOAD,
                        Occurrences.SERVE,
                        Occurrences.LOAD,
                        new Frame("jdk.internal.misc.Unsafe", "park", 0, BASE, null),
                        new Frame("java.lang.VirtualThread", "parkOnCarrierThread", 661, BASE, null),
                        new Frame("java.lang.VirtualThread", "sleepNanos", 802, BASE, null),
                        new Frame("java.lang.Thread", "sleep", 509, BASE, null),
                        Occurrences.LOAD,
                        new Frame("com.acme.orders.OrderCache", "get", 61, "orders-1.2.jar", "1.2"),
                        new Frame("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", 103, BASE, null),
                        new Frame("java.lang.reflect.Method", "invoke", 580, BASE, null),
                        Occurrences.SERVE));
    }

    static Occurrence ongoing() {
        return Occurrences.as("4711-1", true, Occurrences.with(pinned(), Occurrences.hold(1204.217)));
    }

    static Occurrence monitor() {
        Frame put = new Frame("com.acme.orders.OrderCache", "put", 97, "orders-1.2.jar", "1.2");
        return occurrence(
                238.4,
                new Cause(
                        Kind.MONITOR,
                        null,
                        null,
                        null,
                        new MonitorRef("com.acme.orders.OrderCache", new ThreadRef("flush", 27)),
                        List.of("monitor thread"),
                        Map.of()),
                place(put, Occurrences.SERVE, put, put, Occurrences.SERVE),
                "It waits to enter a monitor of com.acme.orders.OrderCache that platform thread \"flush\" #27 owns, and"
                        + " until JDK 23 it keeps its carrier meanwhile.",
                "Replace synchronized by a ReentrantLock, or run on JDK 24 or later, where it lets go.");
    }

    static Occurrence blockingCall() {
        Frame read = new Frame("java.io.FileInputStream", "readBytes", 0, BASE, null);
        Frame tail = new Frame("com.acme.log.Tail", "follow", 52, "classes", null);
        Occurrence call = occurrence(
                6502,
                new Cause(
                        Kind.BLOCKING_CALL,
                        null,
                        Category.FILE,
                        "FileInputStream.readBytes",
                        null,
                        List.of("monitor thread"),
                        Map.of()),
                place(tail, tail, read, read, new Frame("java.io.FileInputStream", "read", 287, BASE, null), tail),
                "It reads a file, for which the JDK does not unmount; an extra carrier was added meanwhile.",
                "Move the read to a platform thread. On JDK 24 and later no carrier is added for it any more.");
        Hold hold = call.hold();
        return Occurrences.with(
                Occurrences.with(call, new Hold(hold.thread(), hold.carrier(), hold.durationMs(), 100, 41.7, true)),
                Severity.WARNING,
                "com.acme.log.TailTest.follows_a_file");
    }

    static Occurrence classInitWait() {
        Frame serve = new Frame("com.acme.web.PriceHandler", "serve", 33, "classes", null);
        Frame forName = new Frame("java.lang.Class", "forName0", 0, BASE, null);
        return occurrence(
                412,
                new Cause(
                        Kind.CLASS_INIT_WAIT,
                        null,
                        null,
                        "Class.forName",
                        null,
                        List.of("monitor thread", "jfr"),
                        Map.of()),
                place(serve, serve, forName, forName, new Frame("java.lang.Class", "forName", 421, BASE, null), serve),
                "It waits for another thread that initializes com.acme.web.Prices.",
                "Initialize com.acme.web.Prices before virtual threads need it.");
    }

    static Occurrence cpu() {
        Frame next = new Frame("com.acme.math.Primes", "next", 19, "math-3.jar", "3");
        Frame serve = new Frame("com.acme.web.MathHandler", "serve", 25, "classes", null);
        return occurrence(
                140.2,
                new Cause(
                        Kind.CPU,
                        null,
                        null,
                        null,
                        null,
                        List.of("monitor thread"),
                        Map.of(Kind.CPU, 90.1, Kind.PINNED, 50.1)),
                place(next, serve, next, next, serve),
                "It computes without ever letting go; no other virtual thread runs on that carrier meanwhile.",
                "Move the computation to a pool of platform threads, or call Thread.yield now and then.");
    }

    /** As many pinned waiters as carriers, and the next in line has none to run on. */
    static Occurrence starvation() {
        Frame park = new Frame("jdk.internal.misc.Unsafe", "park", 0, BASE, null);
        Frame lock = new Frame("java.util.concurrent.locks.ReentrantLock", "lock", 322, BASE, null);
        Frame finish = new Frame("com.acme.trace.Span", "finish", 134, "trace-2.7.jar", "2.7");
        List<Frame> stack = List.of(park, lock, finish, Occurrences.SERVE, Occurrences.RUN);
        var carriers = new ArrayList<HeldCarrier>();
        for (int i = 1; i <= 2; i++) {
            carriers.add(new HeldCarrier(
                    new ThreadRef("ForkJoinPool-1-worker-" + i, 30 + i),
                    new ThreadRef("request-" + i, 40 + i),
                    Kind.PINNED,
                    Occurrences.SERVE,
                    stack));
        }
        var next = new ThreadRef("flush", 123);
        var awaited = new LockRef("java.util.concurrent.locks.ReentrantLock", null, next, "RUNNABLE", 3);
        Occurrence outage = occurrence(
                1850,
                Cause.of(new Starvation(7, carriers, awaited, true), List.of("mount-hook", "scheduler")),
                new Place(null, null, null, List.of(), "51c0ffee51c0ffee"),
                "All carriers are kept by threads that wait behind \"flush\" #123, which is runnable and has no carrier to"
                        + " run on.",
                "Do not wait for a lock while a monitor is owned.");
        return Occurrences.as("4711-3", true, Occurrences.with(outage, new Hold(null, null, 1850, 100, 0, false)));
    }

    /** Carriers that are stuck by themselves and in different places. */
    static Occurrence starvationWithNothingMounted() {
        Frame read = new Frame("java.io.FileInputStream", "readBytes", 0, BASE, null);
        Frame tail = new Frame("com.acme.log.Tail", "follow", 52, "classes", null);
        var own = new HeldCarrier(
                new ThreadRef("ForkJoinPool-1-worker-1", 31), null, Kind.BLOCKING_CALL, tail, List.of(read, tail));
        var gone = new HeldCarrier(
                new ThreadRef("ForkJoinPool-1-worker-2", 32), new ThreadRef("", 45), null, null, List.of());
        Occurrence ongoing = starvation();
        return Occurrences.as(
                "4711-4",
                false,
                Occurrences.with(
                        ongoing, Cause.of(new Starvation(1, List.of(own, gone), null, false), List.of("mount-hook"))));
    }

    private static Occurrence occurrence(double millis, Cause cause, Place place, String why, String advice) {
        Occurrence changed = Occurrences.with(
                Occurrences.pinned(),
                new Hold(new ThreadRef("", 43), new ThreadRef("ForkJoinPool-1-worker-2", 31), millis, 100, 0, false));
        return Occurrences.withText(Occurrences.with(Occurrences.with(changed, cause), place), why, advice);
    }

    private static Place place(Frame offender, Frame caller, Frame culprit, Frame... top) {
        var stack = new ArrayList<>(List.of(top));
        stack.addAll(BOTTOM);
        return new Place(offender, caller, culprit, stack, "9f3c01ab77d2e4f0");
    }
}
