package dev.snag.agent.cli;

import dev.snag.findings.check.Check;
import dev.snag.findings.check.Checked;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.BaselineLine;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyError;
import dev.snag.findings.text.PolicyText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: the gate over reports. */
@Command(
        name = "check",
        description = "Judges the findings in reports: 0 all is well, 1 a snag fails, 2 wrong use, unreadable input, or"
                + " nothing was watched.")
final class CheckCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int FAILS = 1;
    private static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this")
    private boolean help;

    @Option(names = "--allow", paramLabel = "FILE", description = "rules for what is all right")
    private Path allow;

    @Option(names = "--baseline", paramLabel = "FILE", description = "known snags; only new ones fail")
    private Path baseline;

    @Option(
            names = "--fail-on",
            paramLabel = "WORDS",
            defaultValue = "new",
            description = "which snags fail, with ':' between: new, any, mine, warnings, kinds; or none (default: new)")
    private String failOn;

    @Option(
            names = "--include",
            paramLabel = "PREFIXES",
            split = ":",
            description = "package prefixes, separated by ':', of what is mine")
    private List<String> include = List.of();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE-OR-FOLDER",
            description = "a report, or a folder in and below which each snags.jsonl is read")
    private List<Path> roots;

    @Override
    public Integer call() throws IOException, PolicyError {
        Baseline known = PolicyFiles.baseline(baseline);
        var policy = new Policy(
                PolicyFiles.allow(allow), known, FailOn.parse(failOn), include, LocalDate.now(ZoneOffset.UTC));
        Checked checked = Check.of(roots, policy);
        PrintWriter out = spec.commandLine().getOut();
        checked.read().forEach(line -> out.println("read " + line));
        gone(known, checked, out);
        PolicyText.lines(checked.account(), checked.result(), null).forEach(out::println);
        out.println(checked.result().passes() ? "check: passed" : "check: failed");
        out.flush();
        return status(checked.result());
    }

    private static void gone(Baseline known, Checked checked, PrintWriter out) {
        var found = new HashSet<String>();
        for (BaselineLine line : checked.found()) {
            found.add(line.fingerprint());
        }
        long gone = known.lines().stream()
                .filter(line -> !found.contains(line.fingerprint()))
                .count();
        if (gone > 0) {
            out.println("baseline: " + gone + " of " + known.lines().size()
                    + " snags were not found; 'baseline --update' takes them out");
        }
    }

    private static int status(GateResult result) {
        return switch (result) {
            case GateResult.Off off -> FINE;
            case GateResult.Passes passes -> FINE;
            case GateResult.Fails fails -> FAILS;
            case GateResult.Untrusted untrusted -> UNUSABLE;
        };
    }
}
