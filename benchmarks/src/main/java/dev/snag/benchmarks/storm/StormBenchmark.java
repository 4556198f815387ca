package dev.snag.benchmarks.storm;

import dev.snag.benchmarks.fork.ChildJvm;
import dev.snag.benchmarks.fork.FinishedJvm;
import dev.snag.benchmarks.fork.Turns;
import dev.snag.benchmarks.fork.Variant;
import dev.snag.benchmarks.report.Numbers;
import dev.snag.benchmarks.report.Results;
import dev.snag.benchmarks.report.Table;
import dev.snag.benchmarks.setting.Setting;
import dev.snag.benchmarks.snags.SnagsFile;
import dev.snag.benchmarks.statistics.Rounds;
import dev.snag.jdks.Jdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much a storm of pinned parks slows down under Snag, whether each was counted, and how long the report grew. */
@Command(
        name = "storm",
        description = "About 100,000 pinned parks a second: slow-down, exact counts, bounded reports.",
        mixinStandardHelpOptions = true)
public final class StormBenchmark implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--rounds", description = "Runs of each variant, in turn; ${DEFAULT-VALUE} unless given.")
    private int rounds = 8;

    @Option(names = "--rate", description = "Parks a second without an agent; ${DEFAULT-VALUE} unless given.")
    private int rate = 100_000;

    @Option(names = "--threads", description = "Virtual threads that park; ${DEFAULT-VALUE} unless given.")
    private int threads = 4;

    @Option(names = "--ms", description = "Measured time of a run; ${DEFAULT-VALUE} ms unless given.")
    private int measureMs = 5000;

    @Override
    public Integer call() {
        if (setting.quick()) {
            rounds = 2;
            measureMs = 1000;
        }
        List<Variant> variants = new ArrayList<>(setting.variants());
        // Its reports are part of what is measured.
        variants.replaceAll(variant -> variant instanceof Variant.Snag snag
                ? new Variant.Snag(snag.label(), snag.jar(), snag.options(), true)
                : variant);
        Results results = setting.results("storm");
        for (Jdk jdk : setting.jdks()) {
            measure(jdk, variants, results);
        }
        results.note("Virtual threads park, pinned by a monitor (21) or a class initializer (24+), and one platform "
                + "thread wakes each that it sees parked. Work before each park is set so that without an agent it "
                + "comes to about " + rate + " parks a second, or fewer where the machine cannot do so many.");
        results.publish(setting.out());
        return 0;
    }

    private void measure(Jdk jdk, List<Variant> variants, Results results) {
        int work = workFor(jdk);
        Rounds parksPerSecond = new Rounds();
        Table counts = Table.of(
                "JDK " + jdk.feature() + ": pinned parks counted",
                "round",
                "by the program",
                "by Snag",
                "difference",
                "lines in snags.jsonl",
                "bytes");
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : Turns.of(variants, round)) {
                FinishedJvm run = run(jdk, variant, work, Integer.toString(round));
                parksPerSecond.add(variant.label(), perSecond(run));
                if (variant instanceof Variant.Snag) {
                    count(round, run, counts);
                }
            }
            System.out.println("JDK " + jdk.feature() + ": round " + (round + 1) + "/" + rounds + " done");
        }
        Table table = Table.of(
                "JDK " + jdk.feature() + ": pinned parks a second",
                "variant",
                "median (range)",
                "to none",
                "to do-nothing");
        for (String variant : parksPerSecond.variants()) {
            table.row(
                    variant,
                    Numbers.medianAndRange(parksPerSecond.of(variant)),
                    Numbers.percentOver(parksPerSecond, variant, "none"),
                    Numbers.percentOver(parksPerSecond, variant, "do-nothing"));
        }
        results.add(table);
        if (!counts.rows().isEmpty()) {
            results.add(counts);
        }
        results.raw("jdk" + jdk.feature() + ".parksPerSecond", parksPerSecond.raw());
        results.raw("jdk" + jdk.feature() + ".workUnits", work);
    }

    private static void count(int round, FinishedJvm run, Table counts) {
        SnagsFile snags = SnagsFile.in(Variant.Snag.reportFolder(run.folder()));
        long own = (long) run.said("parks");
        long counted = (long) snags.end().number("pinnedParks");
        counts.row(
                Integer.toString(round + 1),
                Long.toString(own),
                Long.toString(counted),
                Long.toString(counted - own),
                Integer.toString(snags.lines().size()),
                Long.toString(snags.size()));
    }

    /** Units of work with which the program does about the wanted number of parks without an agent. */
    private int workFor(Jdk jdk) {
        Variant none = new Variant.None();
        int work = 0;
        for (int step = 0; step < 6; step++) {
            double reached = perSecond(run(jdk, none, work, "calibration-" + step));
            if (reached < rate) {
                work = work * 3 / 4;
            } else if (reached > 1.1 * rate) {
                work = work == 0 ? 256 : work * 2;
            } else {
                break;
            }
        }
        System.out.println("JDK " + jdk.feature() + ": " + work + " units of work before each park");
        return work;
    }

    private static double perSecond(FinishedJvm run) {
        return run.said("measured") / run.said("nanos") * 1e9;
    }

    private FinishedJvm run(Jdk jdk, Variant variant, int work, String name) {
        Path folder = setting.freshFolder("storm", jdk, variant.label(), name);
        List<String> jvmArgs = List.of("-Xmx256m", "-Djdk.virtualThreadScheduler.parallelism=" + (threads + 1));
        List<String> args = List.of(
                StormProgram.Pin.on(jdk.feature()).name(),
                Integer.toString(threads),
                Integer.toString(work),
                Integer.toString(measureMs / 2),
                Integer.toString(measureMs));
        return ChildJvm.of(jdk, variant, jvmArgs, StormProgram.class, args, folder)
                .run(LIMIT);
    }
}
