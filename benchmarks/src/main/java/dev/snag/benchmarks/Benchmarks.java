package dev.snag.benchmarks;

import dev.snag.benchmarks.accuracy.AccuracyBenchmark;
import dev.snag.benchmarks.echo.EchoBenchmark;
import dev.snag.benchmarks.fork.BenchmarkFailed;
import dev.snag.benchmarks.latency.LatencyBenchmark;
import dev.snag.benchmarks.memory.MemoryBenchmark;
import dev.snag.benchmarks.mounts.MountsBenchmark;
import dev.snag.benchmarks.report.QuoteCommand;
import dev.snag.benchmarks.startup.StartupBenchmark;
import dev.snag.benchmarks.storm.StormBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code java -jar benchmarks.jar BENCHMARK}. Ends with 0, or 2 for wrong use or a failed run. */
@Command(
        name = "benchmarks",
        description = "What Snag costs and how exact it is, each against a baseline of the same run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            MountsBenchmark.class,
            StartupBenchmark.class,
            EchoBenchmark.class,
            AccuracyBenchmark.class,
            LatencyBenchmark.class,
            StormBenchmark.class,
            MemoryBenchmark.class,
            QuoteCommand.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Benchmarks());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof BenchmarkFailed) {
                command.getErr().println(failure.getMessage());
                if (failure.getCause() != null) {
                    command.getErr().println("  because: " + failure.getCause());
                }
                return CommandLine.ExitCode.USAGE;
            }
            throw failure;
        });
        System.exit(line.execute(args));
    }
}
