package dev.snag.drivers.result;

import dev.snag.findings.Category;
import dev.snag.findings.Cause;
import dev.snag.findings.Frame;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A finding that proves a verdict: all occurrences of one snag within one phase.
 *
 * @param phase in which it was found
 * @param kind as in {@code docs/findings-format.md}
 * @param detail reason or category; null where there is none
 * @param operation what blocked; null where nothing did
 * @param culprit {@code class.method:line} of the frame that did it; null where it is not known
 * @param jar of the culprit; null where it is not known
 * @param longestMs the longest of them
 * @param count how many
 * @param warning whether it is a warning only
 * @param compensated whether the JDK added a carrier
 * @param why as the agent says it
 * @param advice as the agent gives it; null where it gives none
 */
public record Evidence(
        String phase,
        String kind,
        String detail,
        String operation,
        String culprit,
        String jar,
        double longestMs,
        int count,
        boolean warning,
        boolean compensated,
        String why,
        String advice) {

    /** The folder of the row's run, of whatever machine: a file in it is told by its name. */
    private static final Pattern RUN_FOLDER = Pattern.compile("/\\S*/target/lab/runs/[^/\\s]+/");

    /**
     * By how much it proves, the most first: losses before warnings, single holds before the outage that they make, those of
     * known culprits before others, then by time.
     */
    static final Comparator<Evidence> STRONGEST_FIRST = Comparator.comparing(Evidence::warning)
            .thenComparing(Evidence::isOutage)
            .thenComparing(evidence -> evidence.culprit() == null)
            .thenComparing(Comparator.comparingDouble(Evidence::longestMs).reversed());

    /** Of one snag; there is at least one occurrence. */
    static Evidence of(String phase, List<Occurrence> same) {
        Occurrence longest = same.stream()
                .max(Comparator.comparingDouble(each -> each.hold().durationMs()))
                .orElseThrow();
        Cause cause = longest.cause();
        Object detail = cause.category() == null ? cause.reason() : cause.category();
        Optional<Frame> culprit = Optional.ofNullable(longest.place().culprit())
                .or(() -> Optional.ofNullable(longest.place().offender()));
        return new Evidence(
                phase,
                cause.kind().name(),
                detail == null ? null : detail.toString(),
                cause.operation(),
                culprit.map(Frame::toString).orElse(null),
                culprit.map(Frame::jar).orElse(null),
                Math.round(longest.hold().durationMs()),
                same.size(),
                isWarning(longest),
                longest.hold().compensated(),
                RUN_FOLDER.matcher(longest.why()).replaceAll(""),
                longest.advice());
    }

    /** A class is waited for once, so that is no more than a warning here, whatever it cost. */
    private static boolean isWarning(Occurrence occurrence) {
        return occurrence.severity() == Severity.WARNING
                || occurrence.cause().kind() == Kind.CLASS_INIT_WAIT
                || occurrence.cause().category() == Category.CLASS_LOADING;
    }

    /** All carriers at once, and no code in particular. */
    public boolean isOutage() {
        return kind.equals("STARVATION");
    }

    /** {@code PINNED (MONITOR)}. */
    public String name() {
        return detail == null ? kind : kind + " (" + detail + ")";
    }
}
