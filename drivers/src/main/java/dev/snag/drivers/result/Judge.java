package dev.snag.drivers.result;

import dev.snag.drivers.workload.Marker;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The rule by which a run becomes a verdict.
 *
 * <ol>
 *   <li>A phase that had not ended in time <b>stands still</b>.
 *   <li>A phase in which a carrier was lost (a finding of severity ERROR) <b>blocks</b>.
 *   <li>A phase with other findings <b>warns</b>; so does one that waited for classes to be loaded or initialized.
 *   <li>A phase without any is <b>friendly</b>. A warning of which nobody saw a stack says nothing of the library: it is passed over.
 *   <li>The run is what its worst phase is. The cold start counts only where it stands still.
 * </ol>
 *
 * It fails closed: a run in which the agent was not alive, in which another library was loaded than the row says, or in which
 * operations failed although nothing was found, is worth nothing.
 */
public final class Judge {
    /** The agent counts from a clock without dates; two readings of the date may differ by this much. Phases are further apart. */
    private static final Duration CLOCKS = Duration.ofMillis(20);

    /** What is kept of a phase; more proves no more. */
    private static final int KEPT = 3;

    private Judge() {}

    /**
     * The phases and what was found in them.
     *
     * @param jar file name of the library's jar; empty for what the JDK has
     */
    public static List<PhaseOutcome> phases(Observed run, Optional<String> jar) throws WorthNothing {
        requireWatched(run);
        requireLibrary(run, jar);
        var phases = new ArrayList<PhaseOutcome>();
        Marker begun = null;
        for (Marker marker : run.markers()) {
            switch (marker.what()) {
                case Marker.BEGIN -> begun = marker;
                case Marker.END -> {
                    phases.add(ended(begun, marker, run.found()));
                    begun = null;
                }
                case Marker.STANDS_STILL -> {
                    phases.add(notEnded(begun, marker, run.found()));
                    begun = null;
                }
                default -> {}
            }
        }
        requireWhole(run, begun, phases);
        return phases;
    }

    /** What the run is. */
    public static Verdict verdict(List<PhaseOutcome> phases) {
        Verdict worst = Verdict.FRIENDLY;
        for (PhaseOutcome phase : phases) {
            if (!phase.cold() || phase.verdict() == Verdict.STANDS_STILL) {
                worst = worst.or(phase.verdict());
            }
        }
        return worst;
    }

    private static void requireWatched(Observed run) throws WorthNothing {
        if (!run.watched()) {
            throw new WorthNothing("the agent was not alive to the end, so nothing was watched");
        }
    }

    private static void requireLibrary(Observed run, Optional<String> jar) throws WorthNothing {
        List<String> used = run.markers().stream()
                .filter(marker -> marker.what().equals(Marker.LIBRARY))
                .map(marker -> marker.fields().getFirst())
                .toList();
        if (jar.isPresent() && !used.contains(jar.get())) {
            throw new WorthNothing("the row is about " + jar.get() + ", and what was loaded is "
                    + (used.isEmpty() ? "not known" : String.join(", ", used)));
        }
    }

    private static void requireWhole(Observed run, Marker begun, List<PhaseOutcome> phases) throws WorthNothing {
        boolean done = run.markers().stream().anyMatch(marker -> marker.what().equals(Marker.DONE));
        boolean still = phases.stream().anyMatch(phase -> phase.verdict() == Verdict.STANDS_STILL);
        if (begun != null || !done && !still) {
            throw new WorthNothing("the workload broke off "
                    + (begun == null
                            ? "between two phases"
                            : "in '" + begun.fields().getFirst() + "'")
                    + "; what it said is in its output");
        }
        for (PhaseOutcome phase : phases) {
            if (phase.failed() > 0 && phase.found().isEmpty()) {
                throw new WorthNothing(phase.failed() + " of " + phase.threads() + " operations of '" + phase.name()
                        + "' failed although nothing held a carrier: " + phase.firstFailure());
            }
        }
    }

    private static PhaseOutcome ended(Marker begin, Marker end, List<Occurrence> all) {
        List<Evidence> found = found(begin, end, all);
        int failed = Integer.parseInt(end.fields().get(2));
        return outcome(begin, end, verdictOn(found), failed, end.fields().get(3), found);
    }

    private static PhaseOutcome notEnded(Marker begin, Marker still, List<Occurrence> all) {
        return outcome(begin, still, Verdict.STANDS_STILL, 0, "", found(begin, still, all));
    }

    private static PhaseOutcome outcome(
            Marker begin, Marker end, Verdict verdict, int failed, String failure, List<Evidence> found) {
        return new PhaseOutcome(
                begin.fields().get(0),
                begin.fields().get(1).equals(Marker.COLD),
                Integer.parseInt(begin.fields().get(2)),
                verdict,
                Duration.between(begun(begin), ended(end)).toMillis(),
                failed,
                failure,
                Long.parseLong(end.fields().getLast()),
                found.subList(0, Math.min(KEPT, found.size())));
    }

    private static Verdict verdictOn(List<Evidence> found) {
        if (found.isEmpty()) {
            return Verdict.FRIENDLY;
        }
        return found.stream().allMatch(Evidence::warning) ? Verdict.WARNS : Verdict.BLOCKS;
    }

    /** The holds that began in a phase, by snag. All its threads end with it, so none of them began before it. */
    private static List<Evidence> found(Marker begin, Marker end, List<Occurrence> all) {
        var bySnag = new LinkedHashMap<String, List<Occurrence>>();
        for (Occurrence each : all) {
            if (saysSomething(each)
                    && !each.time().isBefore(begun(begin).minus(CLOCKS))
                    && !each.time().isAfter(ended(end))) {
                bySnag.computeIfAbsent(each.place().fingerprint(), snag -> new ArrayList<>())
                        .add(each);
            }
        }
        return bySnag.values().stream()
                .map(same -> Evidence.of(begin.fields().getFirst(), same))
                .sorted(Evidence.STRONGEST_FIRST)
                .toList();
    }

    /** On a busy machine a hold may be over before anybody could look at it. */
    private static boolean saysSomething(Occurrence occurrence) {
        return occurrence.severity() == Severity.ERROR
                || occurrence.cause().kind() == Kind.STARVATION
                || !occurrence.place().stack().isEmpty();
    }

    private static Instant begun(Marker begin) {
        return Instant.parse(begin.fields().get(3));
    }

    private static Instant ended(Marker end) {
        return Instant.parse(end.fields().get(1));
    }
}
