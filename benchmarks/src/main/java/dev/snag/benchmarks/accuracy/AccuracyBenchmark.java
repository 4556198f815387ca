package dev.snag.benchmarks.accuracy;

import dev.snag.benchmarks.holds.HoldKind;
import dev.snag.benchmarks.holds.HoldsRun;
import dev.snag.benchmarks.holds.Truth;
import dev.snag.benchmarks.report.Numbers;
import dev.snag.benchmarks.report.Results;
import dev.snag.benchmarks.report.Table;
import dev.snag.benchmarks.setting.Setting;
import dev.snag.benchmarks.snags.SnagsFile;
import dev.snag.benchmarks.statistics.Samples;
import dev.snag.jdks.Jdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds of every kind just under, just over and far over the threshold, held against what Snag wrote about them. */
@Command(
        name = "accuracy",
        description =
                "Holds of each kind at 0.9, 1.02, 1.5 and 6.5 times the threshold: caught, once, with what error.",
        mixinStandardHelpOptions = true)
public final class AccuracyBenchmark implements Callable<Integer> {
    private static final List<Double> LENGTHS = List.of(0.9, 1.02, 1.5, 6.5);
    private static final double THRESHOLD_MS = 100;
    private static final int IDLE_AT_A_TIME = 8;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--holds", description = "Holds of each kind and length; ${DEFAULT-VALUE} unless given.")
    private int holds = 100;

    @Option(names = "--kind", description = "Only these kinds, may be repeated: ${COMPLETION-CANDIDATES}.")
    private List<HoldKind> kinds = Arrays.asList(HoldKind.values());

    @Override
    public Integer call() {
        Optional<Path> agent = setting.agentJar();
        Results results = setting.results("accuracy");
        for (Jdk jdk : setting.jdks()) {
            Table scores = Table.of(
                    "JDK " + jdk.feature() + ": holds found, threshold " + Numbers.plain(THRESHOLD_MS) + " ms",
                    "kind",
                    "length",
                    "caught of due",
                    "excused",
                    "false of fine",
                    "borderline",
                    "more than once",
                    "wrong kind",
                    "not ended",
                    "duration out of bounds",
                    "error of duration, ms: median (range), 99th percentile");
            Table truths = Table.of(
                    "JDK " + jdk.feature() + ": true durations, ms", "kind", "length", "holds", "median (range)");
            for (HoldKind kind : kinds) {
                if (kind.holdsOn(jdk.feature())) {
                    run(jdk, kind, agent, scores, truths, results);
                }
            }
            agent.ifPresent(jar -> results.add(scores));
            results.add(truths);
        }
        results.note(
                "The program knows of each hold that it was at least as long as from just after its begin to just before "
                        + "its end, and at most as long as from just before the one to just after the other. Due: at least the threshold; "
                        + "fine: at most less than that; borderline: the host took the processor away in between, so either is right. "
                        + "Out of bounds: Snag's duration is not between the two. Error: Snag's duration minus the shorter of them.");
        results.publish(setting.out());
        return 0;
    }

    private void run(Jdk jdk, HoldKind kind, Optional<Path> agent, Table scores, Table durations, Results results) {
        HoldsRun run = new HoldsRun(
                jdk,
                agent,
                kind,
                THRESHOLD_MS,
                setting.quick() ? 4 : holds,
                kind.isIdle() ? IDLE_AT_A_TIME : 1,
                LENGTHS,
                setting.freshFolder("accuracy", jdk, kind.name()));
        run.child().run(LIMIT);
        List<Truth> truths = Truth.read(run.truths());
        System.out.println("JDK " + jdk.feature() + ", " + kind + ": " + truths.size() + " holds made");
        for (double length : LENGTHS) {
            List<Truth> ofLength =
                    truths.stream().filter(truth -> truth.wanted() == length).toList();
            Samples measured =
                    Samples.of(ofLength.stream().map(Truth::durationMs).toList());
            durations.row(
                    kind.name(), length + " T", Integer.toString(measured.size()), Numbers.medianAndRange(measured));
            if (agent.isPresent()) {
                SnagsFile snags = SnagsFile.in(run.reports());
                Score score = Score.of(ofLength, snags, THRESHOLD_MS);
                results.raw("jdk" + jdk.feature() + "." + kind + "." + length, score);
                row(kind, length, score, scores);
            }
        }
        if (agent.isPresent()) {
            long strangers = Score.strangers(truths, SnagsFile.in(run.reports()));
            if (strangers > 0) {
                results.note("JDK " + jdk.feature() + ", " + kind + ": " + strangers
                        + " occurrences on threads that made no hold.");
            }
        }
    }

    private static void row(HoldKind kind, double length, Score score, Table table) {
        table.row(
                kind.name(),
                length + " T",
                score.caught() + " of " + score.due(),
                Integer.toString(score.excused()),
                score.falseAlarms() + " of " + score.fine(),
                Integer.toString(score.borderline()),
                Integer.toString(score.repeated()),
                Integer.toString(score.wrongKind()),
                Integer.toString(score.unfinished()),
                Integer.toString(score.outOfBounds()),
                score.errorsMs().isEmpty() ? "–" : error(Samples.of(score.errorsMs())));
    }

    private static String error(Samples ms) {
        return Numbers.medianAndRange(ms) + ", " + Numbers.plain(ms.quantile(0.99));
    }
}
