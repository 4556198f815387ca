package dev.snag.junit;

import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.PinReason;
import dev.snag.findings.Place;
import dev.snag.findings.Severity;
import dev.snag.findings.ThreadRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Findings to judge. */
final class Findings {

    static final Frame SLEEP = new Frame("java.lang.Thread", "sleep", 509, "java.base@25", null);
    static final Frame OFFENDER = new Frame("com.acme.Cache$Loader", "load", 88, "acme.jar", "1.2");
    static final Frame CALLER = new Frame("com.acme.Handler", "serve", 41, "classes", null);

    private Findings() {}

    static Occurrence pinned(String id) {
        return of(id, Kind.PINNED, Severity.ERROR);
    }

    static Occurrence of(String id, Kind kind, Severity severity) {
        return of(id, kind, severity, "9f3c01ab77d2e4f0");
    }

    static Occurrence of(String id, Kind kind, Severity severity, String fingerprint) {
        return new Occurrence(
                id,
                false,
                Instant.parse("2026-11-24T10:15:30Z"),
                severity,
                new Hold(new ThreadRef("order-17", 43), new ThreadRef("worker-2", 31), 150, 20, 0, false),
                new Cause(
                        kind,
                        kind == Kind.PINNED ? PinReason.MONITOR : null,
                        null,
                        "Thread.sleep",
                        null,
                        List.of("monitor"),
                        Map.of()),
                new Place(OFFENDER, CALLER, OFFENDER, List.of(SLEEP, OFFENDER, CALLER), fingerprint),
                "It sleeps while it owns a monitor.",
                "Replace synchronized by a ReentrantLock.",
                "com.acme.CacheTest.loads");
    }

    static Answer answer(Occurrence... findings) {
        return new Answer(List.of(findings), 0, true, true, 0);
    }
}
