package dev.snag.benchmarks.memory;

import dev.snag.benchmarks.fork.ChildJvm;
import dev.snag.benchmarks.fork.FinishedJvm;
import dev.snag.benchmarks.fork.Turns;
import dev.snag.benchmarks.fork.Variant;
import dev.snag.benchmarks.report.Numbers;
import dev.snag.benchmarks.report.Results;
import dev.snag.benchmarks.report.Table;
import dev.snag.benchmarks.setting.Setting;
import dev.snag.benchmarks.statistics.Rounds;
import dev.snag.jdks.Jdk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Heap and resident memory after a load of many virtual threads, and what each thread left behind. */
@Command(
        name = "memory",
        description = "Memory after a million virtual threads: none / do-nothing agent / Snag.",
        mixinStandardHelpOptions = true)
public final class MemoryBenchmark implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final double MEGABYTE = 1 << 20;
    private static final int MOUNTS = 20;

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--rounds", description = "Runs of each variant, in turn; ${DEFAULT-VALUE} unless given.")
    private int rounds = 3;

    @Option(names = "--threads", description = "Virtual threads of a run; ${DEFAULT-VALUE} unless given.")
    private int threads = 1_000_000;

    /** The quantities of a run, by the name in the table. */
    private static final Map<String, String> QUANTITIES = quantities();

    @Override
    public Integer call() {
        if (setting.quick()) {
            rounds = 1;
            threads = 20_000;
        }
        List<Variant> variants = setting.variants();
        Results results = setting.results("memory");
        for (Jdk jdk : setting.jdks()) {
            measure(jdk, variants, results);
        }
        results.note(threads + " virtual threads of " + MOUNTS + " mounts each, 256 at a time; memory after three "
                + "collections. The heap is of fixed size and touched from the start, so resident memory differs by "
                + "what lies outside it. Grown: from a tenth of the threads to all.");
        results.publish(setting.out());
        return 0;
    }

    private void measure(Jdk jdk, List<Variant> variants, Results results) {
        Map<String, Rounds> measured = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : Turns.of(variants, round)) {
                FinishedJvm run = run(jdk, variant, round);
                QUANTITIES.forEach((name, said) -> measured.computeIfAbsent(name, key -> new Rounds())
                        .add(variant.label(), run.said(said) / MEGABYTE));
                measured.computeIfAbsent("heap grown", key -> new Rounds())
                        .add(variant.label(), (run.said("late.heap") - run.said("early.heap")) / MEGABYTE);
            }
            System.out.println("JDK " + jdk.feature() + ": round " + (round + 1) + "/" + rounds + " done");
        }
        Table table = Table.of(
                "JDK " + jdk.feature() + ": memory, MB",
                "what",
                "variant",
                "median (range)",
                "over none",
                "over do-nothing");
        measured.forEach((name, byVariant) -> {
            for (String variant : byVariant.variants()) {
                table.row(
                        name,
                        variant,
                        Numbers.medianAndRange(byVariant.of(variant)),
                        Numbers.over(byVariant, variant, "none"),
                        Numbers.over(byVariant, variant, "do-nothing"));
            }
            results.raw("jdk" + jdk.feature() + "." + name, byVariant.raw());
        });
        results.add(table);
    }

    private FinishedJvm run(Jdk jdk, Variant variant, int round) {
        List<String> jvmArgs = List.of("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");
        List<String> args = List.of(Integer.toString(threads), Integer.toString(MOUNTS));
        return ChildJvm.of(
                        jdk,
                        variant,
                        jvmArgs,
                        MemoryProgram.class,
                        args,
                        setting.folder("memory", jdk, variant.label(), Integer.toString(round)))
                .run(LIMIT);
    }

    private static Map<String, String> quantities() {
        Map<String, String> quantities = new LinkedHashMap<>();
        quantities.put("heap used", "late.heap");
        quantities.put("outside the heap, by the JVM's count", "late.nonHeap");
        quantities.put("resident", "late.rss");
        return quantities;
    }
}
