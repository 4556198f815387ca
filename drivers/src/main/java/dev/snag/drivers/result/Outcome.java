package dev.snag.drivers.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of one row on one JDK.
 *
 * @param row key of the row
 * @param artifact {@code group:artifact}; null for what the JDK has
 * @param version of the library; empty for what the JDK has
 * @param jdk feature version
 * @param jdkVersion in full
 * @param server name and version as the server says it; null where none is needed
 * @param verdict null where the run is worth nothing
 * @param failure why the run is worth nothing; null where there is a verdict
 * @param measured when, to the second, in UTC
 * @param machine on what
 * @param load average of the system's load when it began, over a minute; 0 or less where it is not known
 * @param snag version of the agent
 * @param seconds that it took
 */
public record Outcome(
        String row,
        String artifact,
        String version,
        int jdk,
        String jdkVersion,
        String server,
        Verdict verdict,
        String failure,
        List<PhaseOutcome> phases,
        String measured,
        String machine,
        double load,
        String snag,
        double seconds) {

    public Outcome {
        phases = phases == null ? List.of() : List.copyOf(phases);
    }

    /** Whether it is worth anything. */
    public boolean isMeasured() {
        return verdict != null;
    }

    /** What proves the verdict: of the phase that made it, the strongest. Empty where it is friendly. */
    public Optional<Evidence> evidence() {
        return phases.stream()
                .filter(phase -> phase.verdict() == verdict && (!phase.cold() || verdict == Verdict.STANDS_STILL))
                .flatMap(phase -> phase.found().stream())
                .min(Evidence.STRONGEST_FIRST);
    }

    /** The strongest of each phase but the cold start, of one snag once. */
    public List<Evidence> allEvidence() {
        return phases.stream()
                .filter(phase -> !phase.cold())
                .flatMap(phase -> phase.found().stream().limit(1))
                .sorted(Evidence.STRONGEST_FIRST)
                .toList();
    }

    /** The phases beside that of the {@link #evidence()} in which carriers were lost too. */
    public List<String> alsoLostIn() {
        String proven = evidence().map(Evidence::phase).orElse("");
        return steady().filter(phase -> phase.verdict().compareTo(Verdict.BLOCKS) >= 0)
                .map(PhaseOutcome::name)
                .filter(phase -> !phase.equals(proven))
                .toList();
    }

    /** What the first use cost; empty where that was nothing. */
    public Optional<Evidence> coldStart() {
        return phases.stream()
                .filter(PhaseOutcome::cold)
                .flatMap(phase -> phase.found().stream())
                .min(Evidence.STRONGEST_FIRST);
    }

    /** The longest that others had to wait in a phase that makes the verdict, in milliseconds. */
    public long othersMs() {
        return steady().mapToLong(PhaseOutcome::othersMs).max().orElse(0);
    }

    /** Operations that have failed, in words; empty where none have. */
    public Optional<String> failures() {
        return steady().filter(phase -> phase.failed() > 0)
                .max(Comparator.comparingInt(PhaseOutcome::failed))
                .map(phase -> phase.failed() + " of " + phase.threads() + " in `" + phase.name() + "` failed");
    }

    private Stream<PhaseOutcome> steady() {
        return phases.stream().filter(phase -> !phase.cold());
    }
}
