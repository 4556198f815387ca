package dev.snag.agent.cli;

import dev.snag.findings.check.Check;
import dev.snag.findings.check.Checked;
import dev.snag.findings.policy.Baseline;
import dev.snag.findings.policy.BaselineLine;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyError;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.text.PolicyText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: the gate over reports. */
@Command(
        name = "check",
        description = {
            "Judges the findings in reports. It fails closed: a run in which nothing was watched is not green.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all is well", "1:a snag fails", "2:wrong use, unreadable input, or nothing was watched"},
        footer = {
            "",
            "Examples:",
            "  java -jar snag.jar check --baseline snag-baseline.txt target/snag",
            "  java -jar snag.jar check --format sarif=snag.sarif --format github target/snag"
        })
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

    @Mixin
    private PolicyOptions policyOptions;

    @Mixin
    private FormatOptions formats;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE-OR-FOLDER",
            description = "a report, or a folder in and below which each snags.jsonl is read")
    private List<Path> roots;

    @Override
    public Integer call() throws IOException, PolicyError {
        List<FormatTarget> targets = formats.targets(null);
        Policy policy = policyOptions.policy();
        PrintWriter told = targets.stream().anyMatch(FormatOptions::isPrinted)
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
        Checked checked = targets.isEmpty() ? Check.of(roots, policy) : reported(targets, policy, told);
        checked.read().forEach(line -> told.println("read " + line));
        gone(policy.baseline(), checked, told);
        PolicyText.lines(checked.account(), checked.result(), null).forEach(told::println);
        told.println(checked.result().passes() ? "check: passed" : "check: failed");
        told.flush();
        return status(checked.result());
    }

    private Checked reported(List<FormatTarget> targets, Policy policy, PrintWriter told) throws IOException {
        RunReport report = RunReport.of(roots, policy);
        formats.write(targets, report, roots, told);
        return report.checked();
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
