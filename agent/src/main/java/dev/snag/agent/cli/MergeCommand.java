package dev.snag.agent.cli;

import dev.snag.findings.merge.Merge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code merge}: the reports of shards and forks as one. */
@Command(
        name = "merge",
        description = {
            "Puts the reports of many JVMs into one snags.jsonl: those of forks, of shards, of machines.",
            "Every line is kept as it is, so a check of the whole says what checks of the parts would.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:it was written", "2:wrong use, unreadable input, or there is no report"},
        footer = {"", "Example:", "  java -jar snag.jar merge --output all/snags.jsonl shard-1 shard-2"})
final class MergeCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "the file to write, which must not be there yet")
    private Path output;

    @Mixin
    private ReportRoots reports;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(output)) {
            throw new ParameterException(
                    spec.commandLine(),
                    output + " is there already, and is not written over; name another file, or delete it first");
        }
        Path folder = output.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Merge merge = Merge.of(reports.paths(), output);
        PrintWriter out = spec.commandLine().getOut();
        merge.read().forEach(line -> out.println("read " + line));
        out.flush();
        if (!merge.twice().isEmpty()) {
            return refuse("nothing was written, as some would be counted twice:", merge.twice());
        }
        if (merge.read().isEmpty()) {
            return refuse("nothing was written:", merge.doubts());
        }
        out.println(output + ": written");
        out.flush();
        merge.doubts().forEach(doubt -> spec.commandLine().getErr().println("snag: " + doubt));
        spec.commandLine().getErr().flush();
        return FINE;
    }

    private int refuse(String what, List<String> why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("snag: " + what);
        why.forEach(line -> err.println("  " + line));
        err.flush();
        return UNUSABLE;
    }
}
