package dev.snag.benchmarks.echo;

import dev.snag.benchmarks.fork.Turns;
import dev.snag.benchmarks.fork.Variant;
import dev.snag.benchmarks.report.Numbers;
import dev.snag.benchmarks.report.Results;
import dev.snag.benchmarks.report.Table;
import dev.snag.benchmarks.setting.Setting;
import dev.snag.benchmarks.statistics.Rounds;
import dev.snag.benchmarks.statistics.Samples;
import dev.snag.jdks.Jdk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Requests a second, and the server's processor time for each, of an echo on virtual threads. */
@Command(
        name = "echo",
        description = "HTTP echo on virtual threads under load from a second process: none / do-nothing / Snag.",
        mixinStandardHelpOptions = true)
public final class EchoBenchmark implements Callable<Integer> {
    @Mixin
    private Setting setting = new Setting();

    @Option(names = "--server", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
    private ServerKind server = ServerKind.SOCKET;

    @Option(names = "--rounds", description = "Servers started of each variant; ${DEFAULT-VALUE} unless given.")
    private int rounds = 6;

    @Option(names = "--slices", description = "Slices of load on each server; ${DEFAULT-VALUE} unless given.")
    private int slices = 6;

    @Option(names = "--slice-ms", description = "Length of a slice; ${DEFAULT-VALUE} ms unless given.")
    private int sliceMs = 2000;

    @Option(names = "--connections", description = "Connections, each a closed loop; ${DEFAULT-VALUE} unless given.")
    private int connections = 32;

    @Override
    public Integer call() {
        if (setting.quick()) {
            rounds = 1;
            slices = 2;
            sliceMs = 500;
        }
        List<Variant> variants = setting.variants();
        Results results = setting.results(server == ServerKind.SOCKET ? "echo" : "echo-jdk");
        for (Jdk jdk : setting.jdks()) {
            Rounds throughput = new Rounds();
            Rounds cpu = new Rounds();
            for (int round = 0; round < rounds; round++) {
                round(jdk, variants, round, throughput, cpu);
                System.out.println("JDK " + jdk.feature() + ": round " + (round + 1) + "/" + rounds + " done");
            }
            tabulate(jdk, throughput, cpu, results);
        }
        results.note("Server " + server + ", " + connections + " connections in closed loops on the loopback, client "
                + "on the same cores. Round: one server of each variant, all alive, loaded in turn for " + slices
                + " slices of " + sliceMs + " ms after one to warm up; its value is the median of its slices. "
                + "Brackets: an interval that holds the true median, over rounds.");
        results.publish(setting.out());
        return 0;
    }

    private void round(Jdk jdk, List<Variant> variants, int round, Rounds throughput, Rounds cpu) {
        String name = "round-" + round;
        List<Server> servers = new ArrayList<>();
        try (LoadGenerator load = new LoadGenerator(jdk, connections, setting.folder("echo", jdk, "load", name))) {
            for (Variant variant : Turns.of(variants, round)) {
                servers.add(Server.start(server, jdk, variant, setting.folder("echo", jdk, variant.label(), name)));
            }
            Map<String, List<LoadGenerator.Slice>> measured = new LinkedHashMap<>();
            variants.forEach(variant -> measured.put(variant.label(), new ArrayList<>()));
            // The slices before the first that counts are for the compiler, of the client as well.
            servers.forEach(loaded -> load.load(loaded, Duration.ofMillis(2L * sliceMs)));
            for (int slice = 0; slice < slices; slice++) {
                for (Server loaded : Turns.of(servers, slice)) {
                    measured.get(loaded.variant()).add(load.load(loaded, Duration.ofMillis(sliceMs)));
                }
            }
            measured.forEach((variant, all) -> {
                throughput.add(
                        variant,
                        median(all.stream()
                                .map(LoadGenerator.Slice::requestsPerSecond)
                                .toList()));
                cpu.add(
                        variant,
                        median(all.stream()
                                .map(LoadGenerator.Slice::cpuMicrosPerRequest)
                                .toList()));
            });
            servers.forEach(Server::close);
        } finally {
            servers.forEach(started -> started.jvm().close());
        }
    }

    private static double median(List<Double> values) {
        return Samples.of(values).median();
    }

    private static void tabulate(Jdk jdk, Rounds throughput, Rounds cpu, Results results) {
        Table table = Table.of(
                "JDK " + jdk.feature() + ": HTTP echo",
                "server with",
                "requests/s (range)",
                "to none",
                "to do-nothing",
                "server's CPU µs a request (range)",
                "CPU to none",
                "CPU to do-nothing");
        for (String variant : throughput.variants()) {
            table.row(
                    variant,
                    Numbers.medianAndRange(throughput.of(variant)),
                    Numbers.percentOver(throughput, variant, "none"),
                    Numbers.percentOver(throughput, variant, "do-nothing"),
                    Numbers.medianAndRange(cpu.of(variant)),
                    Numbers.percentOver(cpu, variant, "none"),
                    Numbers.percentOver(cpu, variant, "do-nothing"));
        }
        results.add(table);
        results.raw("jdk" + jdk.feature() + ".requestsPerSecond", throughput.raw());
        results.raw("jdk" + jdk.feature() + ".cpuMicrosPerRequest", cpu.raw());
    }
}
