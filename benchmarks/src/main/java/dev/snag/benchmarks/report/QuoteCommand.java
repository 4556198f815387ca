package dev.snag.benchmarks.report;

import dev.snag.benchmarks.fork.BenchmarkFailed;
import dev.snag.benchmarks.fork.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts results of earlier runs into the page that quotes them. */
@Command(
        name = "quote",
        description = "Puts the results of the named benchmarks into docs/performance.md.",
        mixinStandardHelpOptions = true)
public final class QuoteCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "BENCHMARK", description = "Benchmarks whose results to quote.")
    private List<String> benchmarks = List.of();

    @Option(names = "--page", paramLabel = "FILE", description = "The page; docs/performance.md of this checkout.")
    private Path page = BuildFolder.checkout("docs/performance.md");

    @Option(names = "--from", paramLabel = "DIR", description = "Where the results are; target/results.")
    private Path from = BuildFolder.path().resolve("results");

    @Override
    public Integer call() {
        try {
            String text = Files.readString(page);
            for (String benchmark : benchmarks) {
                text = Page.with(text, benchmark, Files.readString(from.resolve(benchmark + ".md")));
            }
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new BenchmarkFailed("Cannot quote " + benchmarks + " of " + from + " in " + page, e);
        }
        return 0;
    }
}
