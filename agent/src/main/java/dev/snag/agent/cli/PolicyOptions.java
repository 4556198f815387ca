package dev.snag.agent.cli;

import dev.snag.findings.check.PolicyFiles;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Option;

/** What is all right, what is known, and what fails: the same for each command that judges. */
final class PolicyOptions {

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

    Policy policy() throws IOException, PolicyError {
        return new Policy(
                PolicyFiles.allow(allow),
                PolicyFiles.baseline(baseline),
                FailOn.parse(failOn),
                include,
                LocalDate.now(ZoneOffset.UTC));
    }
}
