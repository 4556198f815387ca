package dev.snag.it;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.End;
import dev.snag.findings.Frame;
import dev.snag.findings.HeldCarrier;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.LockRef;
import dev.snag.findings.Occurrence;
import dev.snag.findings.PinReason;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.Start;
import dev.snag.findings.Starvation;
import dev.snag.findings.ThreadRef;
import dev.snag.findings.jsonl.JsonlWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Reports of runs that nobody has had time to run, written as the agent writes them; the same each time. */
final class SampleRun {

    static final Instant TIME = Instant.parse("2026-11-24T10:15:30Z");

    private static final String[] PACKAGES = {"com.acme.orders", "com.acme.web", "org.driver.net", "com.acme.mail.smtp"
    };
    private static final String[] CLASSES = {"OrderCache", "PriceTable", "Connection", "ReceiptJournal", "Mailer"};
    private static final String[] METHODS = {"load", "commit", "readFully", "resolve", "recompute"};
    private static final Kind[] KINDS = {Kind.PINNED, Kind.MONITOR, Kind.BLOCKING_CALL, Kind.CLASS_INIT_WAIT, Kind.CPU};

    private final Random random = new Random(11);
    private final int snags;
    private double heldMs;
    private int written;

    private SampleRun(int snags) {
        this.snags = snags;
    }

    /** What is in a run, for those who look at its report. */
    record Contents(int occurrences, int snags, double heldMs) {}

    /** One JVM in which nothing was found. */
    static void well(Path folder) throws IOException {
        try (Writer out = open(folder)) {
            var lines = new JsonlWriter(out);
            lines.write(start(815));
            lines.write(end(true, 120_345));
        }
    }

    /** As many holds, evenly over JVMs and snags, in the midst of them an outage of the first JVM. */
    static Contents of(Path folder, int holds, int snags, int jvms) throws IOException {
        var run = new SampleRun(snags);
        for (int jvm = 0; jvm < jvms; jvm++) {
            try (Writer out = open(jvms == 1 ? folder : folder.resolve("jvm-" + jvm))) {
                var lines = new JsonlWriter(out);
                lines.write(start(4711 + jvm));
                for (int i = 0; i < holds / jvms; i++) {
                    lines.write(run.hold(jvm, i));
                }
                if (jvm == 0 && holds > 10) {
                    lines.write(run.outage(holds / jvms));
                }
                lines.write(end(true, 5_000L * holds));
            }
        }
        return new Contents(run.written, Math.min(snags, run.written) + (holds > 10 ? 1 : 0), run.heldMs);
    }

    private static Writer open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.newBufferedWriter(folder.resolve("snags.jsonl"));
    }

    private static Start start(long pid) {
        return new Start(
                TIME,
                pid,
                "Eclipse Adoptium 25.0.3+9-LTS",
                Map.of("profile", "test", "max-blocking-time", "20ms", "report", "target/snag"),
                Map.of("mount-hook", "on", "park-hook", "on", "jfr", "off: no module jdk.jfr in this JVM"));
    }

    private static End end(boolean alive, long holds) {
        return new End(TIME.plusSeconds(400), alive, holds, 17, 1, 1, 3, 0, 0);
    }

    Occurrence hold(int jvm, int i) {
        int snag = written % snags;
        double ms = Math.round((20 + Math.pow(random.nextDouble(), 6) * 1_500) * 1_000) / 1_000.0;
        heldMs += ms;
        Kind kind = KINDS[snag % KINDS.length];
        Frame offender = code(snag);
        Frame caller = new Frame("com.acme.web.RequestHandler", "serve" + snag % 3, 40 + snag % 3, "classes", null);
        return new Occurrence(
                "5l0-mwz358n" + jvm + "-" + written++,
                false,
                TIME.plus(Duration.ofMillis(30L * i + random.nextInt(20))),
                kind == Kind.CPU ? Severity.WARNING : Severity.ERROR,
                new Hold(
                        new ThreadRef(i % 3 == 0 ? "" : "request-" + i, 100 + i),
                        new ThreadRef("ForkJoinPool-1-worker-" + (1 + i % 8), 30 + i % 8),
                        ms,
                        20,
                        0,
                        false),
                cause(kind),
                new Place(
                        offender,
                        caller,
                        offender,
                        stack(kind, offender, caller),
                        String.format("%016x", 0xa0000 + snag)),
                why(kind),
                "Hand it to a small pool of platform threads, or use the driver from release 9 on, which does not hold"
                        + " its carrier.",
                snag % 4 == 0 ? "com.acme.OrderTest.snag" + snag : null);
    }

    private static Frame code(int snag) {
        return new Frame(
                PACKAGES[snag % PACKAGES.length] + "." + CLASSES[snag % CLASSES.length] + (snag < 20 ? "" : snag),
                METHODS[snag % METHODS.length],
                10 + snag,
                snag % 4 == 2 ? "driver-8.4.0.jar" : "orders-1.2.jar",
                snag % 4 == 2 ? "8.4.0" : "1.2");
    }

    private static Cause cause(Kind kind) {
        return new Cause(
                kind,
                kind == Kind.PINNED ? PinReason.NATIVE_FRAME : null,
                kind == Kind.BLOCKING_CALL ? Category.FILE : null,
                kind == Kind.CPU ? null : "LockSupport.park",
                null,
                List.of("mount-hook", "park-hook"),
                Map.of());
    }

    private static String why(Kind kind) {
        return switch (kind) {
            case PINNED -> "It sleeps beneath the native method Bridge.upcall, which keeps it on its carrier.";
            case MONITOR -> "It waits to enter the monitor of java.lang.Object, which \"flush\" #42 owns.";
            case BLOCKING_CALL -> "It reads a file, for which the JDK does not unmount.";
            case CLASS_INIT_WAIT -> "It waits until another thread has initialized com.acme.Registry.";
            case CPU -> "It computes without ever letting go.";
            case STARVATION -> "Every carrier is held.";
        };
    }

    private static List<Frame> stack(Kind kind, Frame offender, Frame caller) {
        var stack = new ArrayList<Frame>();
        if (kind != Kind.CPU) {
            stack.add(jdk("jdk.internal.misc.Unsafe", "park"));
            stack.add(jdk("java.util.concurrent.locks.LockSupport", "park"));
        }
        stack.add(offender);
        stack.add(new Frame("com.acme.service.Transactions", "inTransaction", 77, "service-3.1.jar", "3.1"));
        stack.add(caller);
        stack.add(new Frame("com.acme.web.Server", "accept", 12, "classes", null));
        stack.add(jdk("java.lang.VirtualThread", "runWith"));
        stack.add(jdk("java.lang.VirtualThread", "run"));
        return stack;
    }

    private static Frame jdk(String className, String method) {
        return new Frame(className, method, 300, "java.base@25.0.3", null);
    }

    private Occurrence outage(int i) {
        Frame offender = code(0);
        Frame caller = new Frame("com.acme.web.RequestHandler", "serve0", 40, "classes", null);
        var held = new ArrayList<HeldCarrier>();
        for (int carrier = 1; carrier <= 2; carrier++) {
            held.add(new HeldCarrier(
                    new ThreadRef("ForkJoinPool-1-worker-" + carrier, 29 + carrier),
                    new ThreadRef("request-" + carrier, 41 + carrier),
                    Kind.PINNED,
                    caller,
                    stack(Kind.PINNED, offender, caller)));
        }
        var lock = new LockRef(
                "java.util.concurrent.locks.ReentrantLock", null, new ThreadRef("flush", 123), "RUNNABLE", 2);
        return new Occurrence(
                "5l0-outage",
                false,
                TIME.plus(Duration.ofMillis(15L * i)),
                Severity.ERROR,
                new Hold(null, null, 2_400, 20, 0, false),
                Cause.of(new Starvation(17, held, lock, true), List.of("mount-hook", "scheduler")),
                new Place(null, null, null, List.of(), "51c0ffee51c0ffee"),
                "All carriers are pinned by threads that wait for a lock which nobody owns.",
                "Do not hold a carrier while you wait for that lock.",
                null);
    }
}
