package dev.snag.benchmarks.holds;

import dev.snag.benchmarks.fork.ChildJvm;
import dev.snag.benchmarks.fork.Variant;
import dev.snag.jdks.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A child JVM that makes holds of one kind.
 *
 * @param count holds of each length
 * @param atATime how many are held at a time, each on a carrier of its own
 * @param lengths shares of the threshold
 * @param agent Snag's jar; without it, the holds are made and nobody watches
 */
public record HoldsRun(
        Jdk jdk,
        Optional<Path> agent,
        HoldKind kind,
        double thresholdMs,
        int count,
        int atATime,
        List<Double> lengths,
        Path folder) {
    /** The child's own words. */
    public Path truths() {
        return folder.resolve("truths.tsv");
    }

    public Path reports() {
        return Variant.Snag.reportFolder(folder);
    }

    public ChildJvm child() {
        List<String> args = new ArrayList<>(List.of(
                truths().toString(),
                kind.name(),
                Double.toString(thresholdMs),
                Integer.toString(count),
                Integer.toString(atATime)));
        lengths.forEach(length -> args.add(Double.toString(length)));
        Variant variant = agent.<Variant>map(jar -> new Variant.Snag(
                        Variant.Snag.LABEL,
                        jar,
                        "max-blocking-time=" + Math.round(thresholdMs) + "ms,log=file:" + folder.resolve("snag.log"),
                        true))
                .orElseGet(Variant.None::new);
        // One carrier more than holds, so that what prepares the next hold never waits for one.
        List<String> jvmArgs = List.of("-Djdk.virtualThreadScheduler.parallelism=" + (atATime + 1));
        return ChildJvm.of(jdk, variant, jvmArgs, HoldsProgram.class, args, folder);
    }
}
