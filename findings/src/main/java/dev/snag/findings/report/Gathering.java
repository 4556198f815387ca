package dev.snag.findings.report;

import dev.snag.findings.AgentError;
import dev.snag.findings.End;
import dev.snag.findings.Entry;
import dev.snag.findings.Excused;
import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.Start;
import dev.snag.findings.check.Checked;
import dev.snag.findings.check.WatchedJvm;
import dev.snag.findings.check.Witness;
import dev.snag.findings.policy.Baseline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up what is read, line by line, in memory that does not grow with the files. */
final class Gathering implements Witness {

    private final Map<WatchedJvm, JvmSums> jvms = new LinkedHashMap<>();
    private final Map<String, SnagSums> snags = new LinkedHashMap<>();
    private final TimelineSums timeline = new TimelineSums();
    private final FigureSums figures = new FigureSums();
    private final SameFrames frames = new SameFrames();
    private SnagSums others;

    @Override
    public void saw(WatchedJvm jvm, Entry entry) {
        JvmSums sums = jvms.computeIfAbsent(jvm, JvmSums::new);
        if (entry instanceof Start start) {
            sums.started(start);
        } else if (entry instanceof End end) {
            sums.ended(end);
            figures.ended(end);
        } else if (entry instanceof AgentError error) {
            sums.erred(error);
        } else if (entry instanceof OpenConnections connections) {
            sums.connected(connections);
        } else if (entry instanceof Excused excused) {
            sums.excused(excused.reason());
            figures.excused(excused.reason());
        } else if (entry instanceof Occurrence occurrence) {
            sums.occurred(occurrence.count());
            figures.occurred(occurrence);
            occurred(jvm, occurrence);
        }
        figures.at(entry.time());
    }

    private void occurred(WatchedJvm jvm, Occurrence occurrence) {
        String fingerprint = occurrence.place().fingerprint();
        SnagSums snag = snags.get(fingerprint);
        if (snag == null && snags.size() < RunReport.MOST_SNAGS) {
            snag = new SnagSums(fingerprint);
            snags.put(fingerprint, snag);
        }
        if (snag == null) {
            others = others == null ? new SnagSums(SnagReport.OTHERS) : others;
            others.add(occurrence, frames);
            timeline.add(jvm, occurrence, SnagReport.OTHERS);
        } else {
            snag.add(occurrence, frames);
            timeline.add(jvm, occurrence, snag.fingerprint());
        }
    }

    RunReport report(Checked checked) {
        // An outage is the worst that can be, and short beside the sum of what led to it.
        Comparator<SnagReport> order = Comparator.comparing(SnagReport::verdict)
                .thenComparing(snag -> snag.kind() == Kind.STARVATION)
                .thenComparingDouble(SnagReport::totalMs)
                .reversed()
                .thenComparing(SnagReport::fingerprint);
        Baseline baseline = checked.account().policy().baseline();
        List<SnagReport> listed = snags.values().stream()
                .map(snag -> snag.report(baseline.knows(snag.fingerprint())))
                .sorted(order)
                .toList();
        return new RunReport(
                checked,
                jvms.values().stream().map(JvmSums::report).toList(),
                listed,
                others == null ? null : others.report(false),
                timeline.timeline(new ArrayList<>(jvms.keySet())),
                figures.figures(jvms.size(), listed.size()));
    }
}
