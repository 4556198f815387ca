package dev.snag.runtime.starvation;

import dev.snag.findings.Cause;
import dev.snag.findings.ExcuseReason;
import dev.snag.findings.Kind;
import dev.snag.findings.MonitorRef;
import dev.snag.findings.PinReason;
import dev.snag.findings.Severity;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.excuse.Excuse;
import java.util.List;
import java.util.Map;

/** Held carriers for tests: carrier {@code n} with virtual thread {@code 100 + n}. */
final class Carriers {

    static final long MILLI = 1_000_000;

    private Carriers() {}

    static Held pinned(int n) {
        return held(n, cause(Kind.PINNED, PinReason.CLASS_INIT, "LockSupport.park", null), Severity.ERROR);
    }

    static Held pinnedByMonitor(int n, String className) {
        var monitor = new MonitorRef(className, null);
        return held(n, cause(Kind.PINNED, PinReason.MONITOR, "LockSupport.park", monitor), Severity.ERROR);
    }

    static Held entersMonitor(int n, String className) {
        return held(n, cause(Kind.MONITOR, null, "monitor enter", new MonitorRef(className, null)), Severity.ERROR);
    }

    static Held waitsOnMonitor(int n, String className) {
        return held(n, cause(Kind.MONITOR, null, "Object.wait", new MonitorRef(className, null)), Severity.ERROR);
    }

    static Held computes(int n) {
        return held(n, cause(Kind.CPU, null, null, null), Severity.WARNING);
    }

    static Held reads(int n) {
        return held(n, cause(Kind.BLOCKING_CALL, null, "FileInputStream.read0", null), Severity.ERROR);
    }

    private static Cause cause(Kind kind, PinReason reason, String operation, MonitorRef monitor) {
        return new Cause(kind, reason, null, operation, monitor, List.of(), Map.of());
    }

    private static Held held(int n, Cause cause, Severity severity) {
        var carrier = new ThreadRef("worker-" + n, n);
        var thread = new ThreadRef("held-" + n, 100 + n);
        return new Held(carrier, thread, cause, severity, List.of(), -1, false, true, Excuse.NONE);
    }

    static Held compensated(Held one) {
        return new Held(
                one.carrier(),
                one.thread(),
                one.cause(),
                Severity.WARNING,
                one.frames(),
                -1,
                true,
                one.counts(),
                one.excuse());
    }

    static Held outOfScope(Held one) {
        return new Held(
                one.carrier(), one.thread(), one.cause(), one.severity(), List.of(), -1, false, false, one.excuse());
    }

    static Held excused(Held one, long millis, ExcuseReason reason) {
        var excuse = new Excuse(millis * MILLI, reason);
        return new Held(
                one.carrier(), one.thread(), one.cause(), one.severity(), List.of(), -1, false, one.counts(), excuse);
    }

    static Held withNothingMounted(int n) {
        Held one = pinned(n);
        return new Held(one.carrier(), null, one.cause(), Severity.ERROR, List.of(), -1, false, true, Excuse.NONE);
    }
}
