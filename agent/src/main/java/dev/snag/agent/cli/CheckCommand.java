package dev.snag.agent.cli;

import dev.snag.findings.check.Check;
import dev.snag.findings.check.Checked;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyError;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.formats.FormatTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private HelpOption help;

    @Mixin
    private PolicyOptions policyOptions;

    @Mixin
    private FormatOptions formats;

    @Mixin
    private ReportRoots reports;

    @Override
    public Integer call() throws IOException, PolicyError {
        List<FormatTarget> targets = formats.targets(null);
        Policy policy = policyOptions.policy();
        PrintWriter told = targets.stream().anyMatch(FormatOptions::isPrinted)
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
        Checked checked = targets.isEmpty() ? Check.of(reports.paths(), policy) : reported(targets, policy, told);
        checked.lines("'baseline --update'").forEach(told::println);
        told.flush();
        return status(checked.result());
    }

    private Checked reported(List<FormatTarget> targets, Policy policy, PrintWriter told) throws IOException {
        RunReport report = RunReport.of(reports.paths(), policy);
        formats.write(targets, report, reports.paths(), told);
        return report.checked();
    }

    private static int status(GateResult result) {
        return switch (result.outcome()) {
            case OFF, PASSES -> FINE;
            case FAILS -> FAILS;
            case UNTRUSTED -> UNUSABLE;
        };
    }
}
