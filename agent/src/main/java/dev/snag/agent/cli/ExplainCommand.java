package dev.snag.agent.cli;

import dev.snag.findings.UtcTime;
import dev.snag.findings.policy.PolicyError;
import dev.snag.findings.report.Plural;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SnagReport;
import dev.snag.findings.report.SnagText;
import dev.snag.findings.text.Extent;
import dev.snag.findings.text.FindingText;
import dev.snag.findings.text.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: all about one snag. */
@Command(
        name = "explain",
        description = {"Tells all about one snag: how often, how long, why, what to do, and where.", ""},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:it was told", "2:wrong use, unreadable input, or there is no such snag"},
        footer = {"", "Example:", "  java -jar snag.jar explain 9f3c01ab target/snag"})
final class ExplainCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int UNUSABLE = 2;
    private static final int MOST_TESTS = 20;
    private static final int MOST_NAMED = 20;
    /** Where the agent writes in the profiles test and ci, if nobody says where. */
    private static final List<Path> USUAL =
            List.of(Path.of("target", "snag"), Path.of("build", "snag"), Path.of("snag-report"));

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Mixin
    private PolicyOptions policy;

    @Parameters(
            index = "0",
            paramLabel = "FINGERPRINT",
            description = "the snag, as reports name it; its first digits do")
    private String fingerprint;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE-OR-FOLDER",
            description = "reports (default: target/snag, build/snag or snag-report, the first that is there)")
    private List<Path> roots = List.of();

    @Override
    public Integer call() throws IOException, PolicyError {
        RunReport report = RunReport.of(roots.isEmpty() ? List.of(usual()) : roots, policy.policy());
        String wanted = fingerprint.toLowerCase(Locale.ROOT);
        List<SnagReport> fitting = report.snags().stream()
                .filter(snag -> snag.fingerprint().startsWith(wanted))
                .toList();
        report.checked().doubts().forEach(doubt -> spec.commandLine().getErr().println("snag: " + doubt));
        if (fitting.size() != 1) {
            return refuse(report, fitting);
        }
        tell(fitting.getFirst());
        return FINE;
    }

    private Path usual() {
        return USUAL.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no report is named, and none of " + USUAL + " is there; name a file or a folder"));
    }

    private int refuse(RunReport report, List<SnagReport> fitting) {
        PrintWriter err = spec.commandLine().getErr();
        List<SnagReport> named = fitting.isEmpty() ? report.snags() : fitting;
        err.println("snag: " + (fitting.isEmpty() ? "there is no snag " : "more than one snag begins with ")
                + fingerprint
                + (named.isEmpty() ? ", nor any other" : "; " + (fitting.isEmpty() ? "there are" : "these do") + ":"));
        named.stream()
                .limit(MOST_NAMED)
                .forEach(snag -> err.println("  " + snag.fingerprint() + " " + SnagText.headline(snag)));
        if (named.size() > MOST_NAMED) {
            err.println("  and " + (named.size() - MOST_NAMED) + " more");
        }
        err.flush();
        return UNUSABLE;
    }

    private void tell(SnagReport snag) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("snag " + snag.fingerprint() + ": " + SnagText.headline(snag) + ", " + Span.text(snag.totalMs())
                + " in all");
        out.println("  " + state(snag));
        out.println("  first " + UtcTime.millis(snag.first()) + ", last " + UtcTime.millis(snag.last()));
        if (snag.ongoing() > 0) {
            out.println("  of " + Plural.of(snag.ongoing(), "hold") + " no end was written");
        }
        snag.tests().entrySet().stream()
                .limit(MOST_TESTS)
                .forEach(test -> out.println("  test " + test.getKey() + ": " + test.getValue()));
        if (snag.tests().size() > MOST_TESTS) {
            out.println("  and " + (snag.tests().size() - MOST_TESTS) + " more tests");
        }
        out.println();
        out.println("The longest of them:");
        FindingText.full(snag.example(), Extent.LONG).forEach(out::println);
        out.flush();
    }

    private static String state(SnagReport snag) {
        String known = snag.known() ? ", the baseline has it" : "";
        return switch (snag.verdict()) {
            case FAILS -> "it fails" + known;
            case WARNING_ONLY -> "a warning, which does not fail" + known;
            case OUT_OF_SCOPE -> "out of the scope of fail-on" + known;
            case KNOWN_IN_BASELINE -> "it does not fail: the baseline has it";
            case ALLOWED_BY_RULE -> "it does not fail: a rule allows it";
        };
    }
}
