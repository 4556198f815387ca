package dev.snag.benchmarks.mounts;

import dev.snag.benchmarks.fork.BenchmarkFailed;
import dev.snag.benchmarks.fork.Turns;
import dev.snag.benchmarks.fork.Variant;
import dev.snag.benchmarks.report.Numbers;
import dev.snag.benchmarks.report.Results;
import dev.snag.benchmarks.report.Table;
import dev.snag.benchmarks.setting.Setting;
import dev.snag.benchmarks.statistics.Rounds;
import dev.snag.benchmarks.statistics.Samples;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Nanoseconds and bytes of a mount/unmount pair, without an agent, with an idle one and with Snag. */
@Command(
        name = "mounts",
        description = "A mount/unmount pair: none / do-nothing agent / Snag, in ns and in bytes allocated (JMH).",
        mixinStandardHelpOptions = true)
public final class MountsBenchmark implements Callable<Integer> {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    /**
     * For 10 s after Snag's monitor has come late, as it may while its own classes are loaded, an unmount reads the clock too. That is
     * over by then.
     */
    private static final int WARM_UP_SECONDS = 12;

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--rounds", description = "Forks of each variant, in turn; ${DEFAULT-VALUE} unless given.")
    private int rounds = 8;

    /** Both quantities of one loop, round by round. */
    private record Measured(Rounds nanos, Rounds bytes) {}

    @Override
    public Integer call() {
        // Another JMH on the same host disturbs, but must not make this run fail half way.
        System.setProperty("jmh.ignoreLock", "true");
        List<Variant> variants = setting.variants();
        Results results = setting.results("mounts");
        for (Jdk jdk : setting.jdks()) {
            Map<String, Measured> loops = new TreeMap<>();
            int forks = setting.quick() ? 1 : rounds;
            for (int round = 0; round < forks; round++) {
                for (Variant variant : Turns.of(variants, round)) {
                    System.out.println(
                            "JDK " + jdk.feature() + ", round " + (round + 1) + "/" + forks + ": " + variant.label());
                    measure(jdk, variant, round, loops);
                }
            }
            loops.forEach((loop, measured) -> tabulate(jdk, loop, measured, results));
        }
        results.note("Round = one fork of each variant, in turn; a round's value is the median of its iterations. "
                + "Differences are within rounds. Brackets: an interval that holds the true median with the said "
                + "confidence, from the order of the rounds.");
        results.publish(setting.out());
        return 0;
    }

    private void measure(Jdk jdk, Variant variant, int round, Map<String, Measured> loops) {
        Path folder = setting.folder("mounts", jdk, variant.label() + "-" + round);
        for (RunResult run : fork(jdk, variant, folder)) {
            String loop = run.getParams().getBenchmark();
            Measured measured = loops.computeIfAbsent(
                    loop.substring(loop.lastIndexOf('.') + 1), name -> new Measured(new Rounds(), new Rounds()));
            measured.nanos.add(variant.label(), medianOfIterations(run));
            measured.bytes.add(
                    variant.label(), run.getSecondaryResults().get(ALLOCATED).getScore());
        }
    }

    private Iterable<RunResult> fork(Jdk jdk, Variant variant, Path folder) {
        List<String> jvmArgs = new ArrayList<>(variant.jvmArgs(folder));
        jvmArgs.add("-Djmh.executor=VIRTUAL");
        jvmArgs.add("-Djdk.virtualThreadScheduler.parallelism=1");
        jvmArgs.add("-Djdk.virtualThreadScheduler.maxPoolSize=1");
        jvmArgs.addAll(List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC"));
        boolean quick = setting.quick();
        try {
            Files.createDirectories(folder);
            return new Runner(new OptionsBuilder()
                            .include(MountLoops.class.getName())
                            .jvm(jdk.java().toString())
                            .jvmArgs(jvmArgs.toArray(String[]::new))
                            .forks(1)
                            .warmupIterations(quick ? 1 : WARM_UP_SECONDS)
                            .warmupTime(TimeValue.milliseconds(quick ? 300 : 1000))
                            .measurementIterations(quick ? 2 : 5)
                            .measurementTime(TimeValue.milliseconds(quick ? 300 : 1000))
                            .addProfiler(GCProfiler.class)
                            .shouldFailOnError(true)
                            .output(folder.resolve("jmh.txt").toString())
                            .build())
                    .run();
        } catch (RunnerException | IOException e) {
            throw new BenchmarkFailed("JMH failed on JDK " + jdk.feature() + "; its output is in " + folder, e);
        }
    }

    private static double medianOfIterations(RunResult run) {
        List<Double> iterations = new ArrayList<>();
        run.getBenchmarkResults()
                .forEach(benchmark -> benchmark
                        .getIterationResults()
                        .forEach(iteration ->
                                iterations.add(iteration.getPrimaryResult().getScore())));
        return Samples.of(iterations).median();
    }

    private static void tabulate(Jdk jdk, String loop, Measured measured, Results results) {
        Table table = Table.of(
                "JDK " + jdk.feature() + ", " + loop + ": ns for one unmount and mount",
                "variant",
                "median (range)",
                "over none",
                "over do-nothing",
                "ratio to none",
                "bytes allocated (range)");
        for (String variant : measured.nanos.variants()) {
            Rounds nanos = measured.nanos;
            table.row(
                    variant,
                    Numbers.medianAndRange(nanos.of(variant)),
                    Numbers.over(nanos, variant, "none"),
                    Numbers.over(nanos, variant, "do-nothing"),
                    Numbers.plain(nanos.ratios(variant, "none").median()),
                    Numbers.medianAndRange(measured.bytes.of(variant)));
        }
        results.add(table);
        results.raw("jdk" + jdk.feature() + "." + loop + ".ns", measured.nanos.raw());
        results.raw("jdk" + jdk.feature() + "." + loop + ".bytes", measured.bytes.raw());
    }
}
