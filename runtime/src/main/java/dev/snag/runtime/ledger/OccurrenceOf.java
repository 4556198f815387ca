package dev.snag.runtime.ledger;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Creation;
import dev.snag.findings.Excused;
import dev.snag.findings.Frame;
import dev.snag.findings.Hold;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.Place;
import dev.snag.runtime.connections.ConnectionReport;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.monitor.HoldReport;
import dev.snag.runtime.origins.CodeSources;
import dev.snag.runtime.origins.Origin;
import dev.snag.runtime.starvation.OutageReport;
import dev.snag.runtime.strict.ForbiddenCall;
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
    private final AdviceFiles advice;
    private final CreationOf creations;
    private final LongFunction<String> descriptorOf;
    private final OutageRecords outages;
    private final ConnectionRecords connections;
    private final Map<Long, String> descriptors = new HashMap<>();
    private long calls;

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
            AdviceFiles advice,
            CreationOf creations,
            LongFunction<String> descriptorOf) {
        this.sites = sites;
        this.advice = advice;
        this.creations = creations;
        this.descriptorOf = descriptorOf;
        this.idPrefix = idPrefix;
        this.clock = clock;
        this.sources = sources;
        outages = new OutageRecords(idPrefix, clock, sources, sites);
        connections = new ConnectionRecords(clock, sources);
    }

    Occurrence outage(OutageReport report) {
        return outages.of(report);
    }

    OpenConnections connections(ConnectionReport report) {
        return connections.of(report);
    }

    Occurrence hold(HoldReport report) {
        return hold(report, !report.ongoing());
    }

    /** As it is known so far, of a hold of which another record will be made. */
    Occurrence soFar(HoldReport report) {
        return hold(report, false);
    }

    private Occurrence hold(HoldReport report, boolean last) {
        Diagnosis diagnosis = withDescriptor(report, last, PinSearch.refine(withMonitor(report.diagnosis()), sites));
        List<Origin> origins = sources.of(diagnosis.frames());
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
                place(diagnosis, origins, creations.hold(report, last)),
                diagnosis.why(),
                advice.on(diagnosis, origins),
                report.test() == null ? null : report.test().name());
    }

    Occurrence call(ForbiddenCall call) {
        Diagnosis diagnosis = CallRecords.diagnosis(call, sites);
        List<Origin> origins = sources.of(diagnosis.frames());
        return new Occurrence(
                        idPrefix + "-c" + ++calls,
                        false,
                        clock.at(call.begin()),
                        diagnosis.severity(),
                        new Hold(call.thread(), call.carrier(), millis(call.nanos()), 0, 0, false),
                        diagnosis.cause(),
                        place(diagnosis, origins, creations.of(call.thread().id())),
                        CallRecords.why(call, diagnosis),
                        advice.on(diagnosis, origins),
                        call.test() == null ? null : call.test().name())
                .standingFor(call.count());
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
    private Diagnosis withDescriptor(HoldReport report, boolean last, Diagnosis diagnosis) {
        if (diagnosis.cause().category() != Category.FILE) {
            return diagnosis;
        }
        String known = descriptors.get(report.number());
        if (known == null && report.ongoing()) {
            String read = descriptorOf.apply(report.carrier().id());
            known = read != null && report.lasts().getAsBoolean() ? read : null;
        }
        if (last) {
            descriptors.remove(report.number());
        } else if (known != null) {
            descriptors.put(report.number(), known);
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

    private Place place(Diagnosis diagnosis, List<Origin> origins, Creation creation) {
        List<Frame> stack = StackFrames.of(diagnosis.frames(), origins);
        Frame offender = StackFrames.at(stack, diagnosis.offender());
        Frame calling = StackFrames.at(stack, StackFrames.own(diagnosis.frames(), origins));
        Frame culprit = StackFrames.at(stack, diagnosis.culprit());
        String fingerprint = Fingerprint.of(diagnosis.cause(), offender, calling, culprit);
        return new Place(offender, calling, culprit, stack, fingerprint, creation);
    }
}
