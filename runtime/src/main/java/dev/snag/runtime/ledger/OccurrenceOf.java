package dev.snag.runtime.ledger;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Excused;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Place;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.monitor.HoldReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Makes the record of a finding: times of day, jars and versions, fingerprint. */
final class OccurrenceOf {

    private static final double NANOS_PER_MILLI = 1e6;

    private final String idPrefix;
    private final WallClock clock;
    private final CodeSources sources;
    private final MonitorSites sites;
    private final LongFunction<String> descriptorOf;
    private final Map<Long, String> descriptors = new HashMap<>();

    /**
     * With a prefix that no other JVM uses.
     *
     * @param descriptorOf what the system call of a carrier, by its id, is about; null where it cannot be told
     */
    OccurrenceOf(
            String idPrefix,
            WallClock clock,
            CodeSources sources,
            MonitorSites sites,
            LongFunction<String> descriptorOf) {
        this.sites = sites;
        this.descriptorOf = descriptorOf;
        this.idPrefix = idPrefix;
        this.clock = clock;
        this.sources = sources;
    }

    Occurrence hold(HoldReport report) {
        Diagnosis diagnosis = withDescriptor(report, PinSearch.refine(withMonitor(report.diagnosis()), sites));
        return new Occurrence(
                idPrefix + "-" + report.number(),
                report.ongoing(),
                clock.at(report.start()),
                diagnosis.severity(),
                new Hold(
                        report.thread(),
                        report.carrier(),
                        millis(report.nanos()),
                        millis(report.threshold()),
                        millis(report.excuse().nanos()),
                        diagnosis.compensated()),
                diagnosis.cause(),
                place(diagnosis),
                diagnosis.why(),
                diagnosis.advice(),
                null);
    }

    /** Before JDK 25 the VM does not tell which monitor it is; the code that waits for it does. */
    private Diagnosis withMonitor(Diagnosis diagnosis) {
        Cause cause = diagnosis.cause();
        if (cause.kind() != Kind.MONITOR || cause.monitor().className() != null || diagnosis.culprit() < 0) {
            return diagnosis;
        }
        String found =
                sites.monitorAt(diagnosis.frames().get(diagnosis.culprit()), "Object.wait".equals(cause.operation()));
        return found == null ? diagnosis : diagnosis.withMonitorOf(found);
    }

    /** It can be read only while the hold lasts, so it is kept for the hold's last line. */
    private Diagnosis withDescriptor(HoldReport report, Diagnosis diagnosis) {
        if (diagnosis.cause().category() != Category.FILE) {
            return diagnosis;
        }
        String known = descriptors.get(report.number());
        if (known == null && report.ongoing()) {
            String read = descriptorOf.apply(report.carrier().id());
            known = read != null && report.lasts().getAsBoolean() ? read : null;
        }
        if (report.ongoing() && known != null) {
            descriptors.put(report.number(), known);
        } else {
            descriptors.remove(report.number());
        }
        return known == null ? diagnosis : diagnosis.withDescriptor(known);
    }

    Excused excused(HoldReport report) {
        return new Excused(
                clock.at(report.start()),
                report.excuse().reason(),
                millis(report.nanos()),
                millis(report.excuse().nanos()),
                millis(report.threshold()),
                report.thread(),
                report.carrier());
    }

    private static double millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }

    private Place place(Diagnosis diagnosis) {
        var stack = new ArrayList<Frame>(diagnosis.frames().size());
        int caller = -1;
        for (int i = 0; i < diagnosis.frames().size(); i++) {
            StackTraceElement frame = diagnosis.frames().get(i);
            CodeSources.Origin origin = sources.of(frame);
            stack.add(new Frame(
                    Frames.stableClass(frame.getClassName()),
                    frame.getMethodName(),
                    Math.max(0, frame.getLineNumber()),
                    origin.jar(),
                    origin.version()));
            if (caller < 0 && origin.own()) {
                caller = i;
            }
        }
        Frame offender = at(stack, diagnosis.offender());
        Frame calling = at(stack, caller);
        Frame culprit = at(stack, diagnosis.culprit());
        return new Place(
                offender, calling, culprit, stack, Fingerprint.of(diagnosis.cause(), offender, calling, culprit));
    }

    private static Frame at(List<Frame> stack, int index) {
        return index < 0 ? null : stack.get(index);
    }
}
