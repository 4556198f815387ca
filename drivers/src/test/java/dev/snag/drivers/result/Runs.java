package dev.snag.drivers.result;

import dev.snag.drivers.workload.Marker;
import dev.snag.findings.Category;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs as they might have been, second by second. */
final class Runs {
    static final String JAR = "driver-1.0.jar";

    private static final Frame CULPRIT = new Frame("com.acme.driver.Socket", "read", 12, JAR, "1.0");
    private static final Instant START = Instant.parse("2026-11-27T18:00:00Z");

    private final List<Marker> markers = new ArrayList<>();
    private final List<Occurrence> found = new ArrayList<>();
    private boolean watched = true;

    private Runs() {
        markers.add(Marker.of(Marker.LIBRARY, JAR));
    }

    static Runs run() {
        return new Runs();
    }

    static Instant second(double second) {
        return START.plusMillis(Math.round(second * 1000));
    }

    Runs cold(double from, double to) {
        return phase("cold start", Marker.COLD, from, to, 0, "");
    }

    Runs phase(String name, double from, double to) {
        return phase(name, Marker.STEADY, from, to, 0, "");
    }

    Runs failing(String name, double from, double to, int failed, String failure) {
        return phase(name, Marker.STEADY, from, to, failed, failure);
    }

    private Runs phase(String name, String kind, double from, double to, int failed, String failure) {
        begun(name, kind, from);
        markers.add(Marker.of(Marker.END, name, second(to), failed, failure, 7));
        return this;
    }

    Runs begun(String name, String kind, double from) {
        markers.add(Marker.of(Marker.BEGIN, name, kind, 4, second(from)));
        return this;
    }

    Runs standsStill(String name, double from, double to) {
        begun(name, Marker.STEADY, from);
        markers.add(Marker.of(Marker.STANDS_STILL, name, second(to), 12, 11_900));
        return this;
    }

    Runs done() {
        markers.add(Marker.of(Marker.DONE));
        return this;
    }

    Runs unwatched() {
        watched = false;
        return this;
    }

    Runs holds(double at, long ms) {
        return found(at, ms, Severity.ERROR, Kind.PINNED, PinReason.MONITOR, null, "a1");
    }

    Runs warns(double at, long ms) {
        return found(at, ms, Severity.WARNING, Kind.MONITOR, null, null, "b2");
    }

    Runs loadsClasses(double at, long ms) {
        return found(at, ms, Severity.ERROR, Kind.CLASS_INIT_WAIT, null, null, "c3");
    }

    Runs outage(double at, long ms) {
        return found(at, ms, Severity.ERROR, Kind.STARVATION, null, null, "d4");
    }

    Runs unseen(double at, long ms) {
        return found(at, ms, Severity.WARNING, Kind.CPU, null, null, "e5", List.of());
    }

    private Runs found(
            double at, long ms, Severity severity, Kind kind, PinReason reason, Category category, String fingerprint) {
        return found(at, ms, severity, kind, reason, category, fingerprint, List.of(CULPRIT));
    }

    private Runs found(
            double at,
            long ms,
            Severity severity,
            Kind kind,
            PinReason reason,
            Category category,
            String fingerprint,
            List<Frame> stack) {
        found.add(new Occurrence(
                "1-" + found.size(),
                false,
                second(at),
                severity,
                new Hold(new ThreadRef("read-1", 40), new ThreadRef("carrier", 30), ms, 100, 0, false),
                new Cause(kind, reason, category, "LockSupport.park", null, List.of(), Map.of()),
                new Place(CULPRIT, null, CULPRIT, stack, fingerprint),
                "It waits.",
                "Upgrade.",
                null));
        return this;
    }

    Observed observed() {
        return new Observed(markers, found, watched);
    }
}
