package dev.snag.agent.cli;

import dev.snag.findings.check.Check;
import dev.snag.findings.check.Checked;
import dev.snag.findings.check.PolicyFiles;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.BaselineChange;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code baseline}: writes the file of known snags, and keeps it from growing by itself. */
@Command(
        name = "baseline",
        description = "Writes the file of known snags, or takes out of it what is not found any more.")
final class BaselineCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @ArgGroup(multiplicity = "1")
    private Task task;

    @Option(names = "--add", description = "with --update: takes in what is new as well")
    private boolean add;

    @Option(names = "--allow", paramLabel = "FILE", description = "rules; what they allow is not taken in")
    private Path allow;

    @Option(
            names = "--from",
            required = true,
            arity = "1..*",
            paramLabel = "FILE-OR-FOLDER",
            description = "reports of a whole run")
    private List<Path> from;

    /** One of the two. */
    static final class Task {
        @Option(
                names = "--write",
                required = true,
                paramLabel = "FILE",
                description = "a new file of all that is found")
        private Path write;

        @Option(
                names = "--update",
                required = true,
                paramLabel = "FILE",
                description = "takes out of the file what is not found any more; what is new is said and not taken in")
        private Path update;
    }

    @Override
    public Integer call() throws IOException, PolicyError {
        if (add && task.update == null) {
            throw new ParameterException(spec.commandLine(), "--add goes with --update");
        }
        if (task.write != null && Files.exists(task.write)) {
            throw new ParameterException(
                    spec.commandLine(),
                    task.write
                            + " is there already, and is not written over; use --update, with --add to take in what is"
                            + " new, or delete it first");
        }
        Baseline before = PolicyFiles.baseline(task.update);
        var policy =
                new Policy(PolicyFiles.allow(allow), before, FailOn.NONE, List.of(), LocalDate.now(ZoneOffset.UTC));
        Checked checked = Check.of(from, policy);
        PrintWriter out = spec.commandLine().getOut();
        checked.read().forEach(line -> out.println("read " + line));
        out.flush();
        if (!checked.doubts().isEmpty()) {
            return refuse(checked.doubts());
        }
        if (task.write != null) {
            PolicyFiles.write(task.write, before.with(checked.found()));
            out.println(task.write + ": written, "
                    + BaselineChange.snags(checked.found().size()));
        } else {
            BaselineChange change = BaselineChange.of(before, checked.found(), add);
            PolicyFiles.write(task.update, change.after());
            change.lines(task.update.toString(), "--add").forEach(out::println);
        }
        out.flush();
        return FINE;
    }

    /** A run of which not all is known would make a baseline that lacks something, or take out what is still there. */
    private int refuse(List<String> doubts) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("snag: the baseline stays as it is, as it cannot be known that all was seen:");
        doubts.forEach(doubt -> err.println("  " + doubt));
        err.flush();
        return UNUSABLE;
    }
}
