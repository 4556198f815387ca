package dev.snag.findings;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Occurrences for tests, each starting from one that is complete and valid. */
public final class Occurrences {

    public static final Frame SLEEP = new Frame("java.lang.Thread", "sleep", 509, "java.base@21.0.13", null);
    public static final Frame PARK =
            new Frame("java.lang.VirtualThread", "parkOnCarrierThread", 661, "java.base@21.0.13", null);
    public static final Frame LOAD = new Frame("com.acme.orders.OrderCache", "load", 88, "orders-1.2.jar", "1.2");
    public static final Frame SERVE = new Frame("com.acme.web.OrderHandler", "serve", 41, "classes", null);
    public static final Frame RUN = new Frame("java.lang.VirtualThread", "run", 309, "java.base@21.0.13", null);
    public static final Instant TIME = Instant.parse("2026-11-24T10:15:30.123456Z");

    private Occurrences() {}

    /** Pinned by a monitor for 1204 ms. */
    public static Occurrence pinned() {
        return new Occurrence(
                "4711-1",
                false,
                TIME,
                Severity.ERROR,
                hold(1204.217),
                new Cause(
                        Kind.PINNED,
                        PinReason.MONITOR,
                        null,
                        "Thread.sleep",
                        null,
                        List.of("park hook", "monitor thread"),
                        Map.of()),
                new Place(LOAD, SERVE, LOAD, List.of(PARK, SLEEP, LOAD, SERVE, RUN), "9f3c01ab77d2e4f0"),
                "It sleeps while it owns a monitor, and until JDK 23 that pins it to its carrier.",
                "Replace synchronized by a ReentrantLock, or run on JDK 24 or later.",
                null);
    }

    public static Hold hold(double durationMs) {
        return new Hold(
                new ThreadRef("order-17", 43), new ThreadRef("ForkJoinPool-1-worker-2", 31), durationMs, 100, 0, false);
    }

    public static Occurrence with(Occurrence o, Hold hold) {
        return new Occurrence(
                o.id(), o.ongoing(), o.time(), o.severity(), hold, o.cause(), o.place(), o.why(), o.advice(), o.test());
    }

    public static Occurrence with(Occurrence o, Cause cause) {
        return new Occurrence(
                o.id(), o.ongoing(), o.time(), o.severity(), o.hold(), cause, o.place(), o.why(), o.advice(), o.test());
    }

    public static Occurrence with(Occurrence o, Place place) {
        return new Occurrence(
                o.id(), o.ongoing(), o.time(), o.severity(), o.hold(), o.cause(), place, o.why(), o.advice(), o.test());
    }

    public static Occurrence withText(Occurrence o, String why, String advice) {
        return new Occurrence(
                o.id(), o.ongoing(), o.time(), o.severity(), o.hold(), o.cause(), o.place(), why, advice, o.test());
    }

    public static Occurrence with(Occurrence o, Severity severity, String test) {
        return new Occurrence(
                o.id(), o.ongoing(), o.time(), severity, o.hold(), o.cause(), o.place(), o.why(), o.advice(), test);
    }

    /** The same with an id, and whether it goes on. */
    public static Occurrence as(String id, boolean ongoing, Occurrence o) {
        return new Occurrence(
                id, ongoing, o.time(), o.severity(), o.hold(), o.cause(), o.place(), o.why(), o.advice(), o.test());
    }

    /** The same of another snag. */
    public static Occurrence of(String fingerprint, Occurrence o) {
        Place place = o.place();
        return with(o, new Place(place.offender(), place.caller(), place.culprit(), place.stack(), fingerprint));
    }
}
