package dev.snag.benchmarks.latency;

import dev.snag.benchmarks.fork.RunningJvm;
import dev.snag.benchmarks.holds.HoldKind;
import dev.snag.benchmarks.holds.HoldsRun;
import dev.snag.benchmarks.holds.Truth;
import dev.snag.benchmarks.report.Numbers;
import dev.snag.benchmarks.report.Results;
import dev.snag.benchmarks.report.Table;
import dev.snag.benchmarks.setting.Setting;
import dev.snag.benchmarks.statistics.Samples;
import dev.snag.jdks.Jdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From the deadline of a hold to its line in the file, while the hold lasts. */
@Command(
        name = "latency",
        description = "From the deadline of a hold to the line about it in snags.jsonl, read by another process.",
        mixinStandardHelpOptions = true)
public final class LatencyBenchmark implements Callable<Integer> {
    private static final double THRESHOLD_MS = 100;
    private static final double LENGTH = 2.5;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<HoldKind> KINDS =
            List.of(HoldKind.PINNED_CLASS_INIT, HoldKind.BLOCKING_CALL, HoldKind.CPU);

    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--holds", description = "Holds of each kind; ${DEFAULT-VALUE} unless given.")
    private int holds = 100;

    @Override
    public Integer call() {
        Optional<Path> agent = setting.agentJar();
        if (agent.isEmpty()) {
            System.out.println("Without Snag there is no line to wait for; nothing was measured.");
            return 0;
        }
        Results results = setting.results("latency");
        for (Jdk jdk : setting.jdks()) {
            Table table = Table.of(
                    "JDK " + jdk.feature() + ": from deadline to line, ms",
                    "kind",
                    "holds",
                    "median (range)",
                    "99th percentile",
                    "first hold",
                    "unseen",
                    "after the end");
            for (HoldKind kind : KINDS) {
                row(jdk, kind, measure(jdk, kind, agent), table, results);
            }
            results.add(table);
        }
        results.note("Deadline: start of the hold by the program's clock plus " + Numbers.plain(THRESHOLD_MS)
                + " ms; seen by another process that reads the file every 0.1 ms, which is part of the time. "
                + "The first hold of a JVM is within the range and also shown by itself.");
        results.publish(setting.out());
        return 0;
    }

    private Delays measure(Jdk jdk, HoldKind kind, Optional<Path> agent) {
        HoldsRun run = new HoldsRun(
                jdk,
                agent,
                kind,
                THRESHOLD_MS,
                setting.quick() ? 5 : holds,
                1,
                List.of(LENGTH),
                setting.freshFolder("latency", jdk, kind.name()));
        try (RunningJvm child = run.child().start()) {
            List<Sighting> sightings = new Tail(run.reports(), child::isAlive).follow();
            child.await(LIMIT);
            System.out.println("JDK " + jdk.feature() + ", " + kind + ": " + sightings.size() + " lines seen");
            return Delays.of(Truth.read(run.truths()), sightings, THRESHOLD_MS);
        }
    }

    private static void row(Jdk jdk, HoldKind kind, Delays delays, Table table, Results results) {
        results.raw("jdk" + jdk.feature() + "." + kind + ".ms", delays);
        String holds = Integer.toString(delays.ms().size() + delays.unseen());
        String unseen = Integer.toString(delays.unseen());
        if (delays.ms().isEmpty()) {
            table.row(kind.name(), holds, "–", "–", "–", unseen, "–");
            return;
        }
        Samples ms = Samples.of(delays.ms());
        table.row(
                kind.name(),
                holds,
                Numbers.medianAndRange(ms),
                Numbers.plain(ms.quantile(0.99)),
                Numbers.plain(delays.ms().getFirst()),
                unseen,
                Integer.toString(delays.late()));
    }
}
