package dev.snag.agent.cli;

import dev.snag.findings.policy.PolicyError;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.formats.FormatTarget;
import dev.snag.findings.report.formats.ReportFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code report}: what was found, to look at or for a build server. */
@Command(
        name = "report",
        description = {
            "Writes what was found as one HTML page, or in a format of a build server.",
            "It judges nothing: use 'check' for that, which takes the same formats.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:it was written", "2:wrong use, unreadable input, or nothing was watched"},
        footer = {
            "",
            "Examples:",
            "  java -jar snag.jar report target/snag",
            "  java -jar snag.jar report --baseline snag-baseline.txt --output report.html shard-1 shard-2",
            "  java -jar snag.jar report --format markdown target/snag >> \"$GITHUB_STEP_SUMMARY\""
        })
final class ReportCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Mixin
    private PolicyOptions policy;

    @Mixin
    private FormatOptions formats;

    @Mixin
    private ReportRoots reports;

    @Override
    public Integer call() throws IOException, PolicyError {
        List<FormatTarget> targets = formats.targets(ReportFormat.HTML);
        RunReport report = RunReport.of(reports.paths(), policy.policy());
        PrintWriter told = targets.stream().anyMatch(FormatOptions::isPrinted)
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
        report.checked().read().forEach(line -> told.println("read " + line));
        told.flush();
        doubts(report.checked().doubts());
        if (!report.hasData()) {
            return UNUSABLE;
        }
        formats.write(targets, report, reports.paths(), told);
        told.flush();
        return FINE;
    }

    private void doubts(List<String> doubts) {
        if (!doubts.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("snag: it cannot be known that all was seen:");
            doubts.forEach(doubt -> err.println("  " + doubt));
            err.flush();
        }
    }
}
