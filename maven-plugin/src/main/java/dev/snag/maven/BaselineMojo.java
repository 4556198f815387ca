package dev.snag.maven;

import dev.snag.findings.check.Check;
import dev.snag.findings.check.Checked;
import dev.snag.findings.check.PolicyFiles;
import dev.snag.findings.policy.BaselineChange;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyError;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the file of known snags, or takes out of it what a whole run has not found any more. What is new is taken in only
 * where that is asked for.
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends ReportsMojo {

    /** Whether a file that is there takes in what is new as well. */
    @Parameter(property = "maven.snag.add", defaultValue = "false")
    private boolean add;

    @Override
    Optional<String> judge(WrittenReports reports) throws IOException, PolicyError {
        if (reports.roots().isEmpty()) {
            return Optional.of(nothingWritten(reports));
        }
        Policy policy = policy(FailOn.NONE);
        Checked checked = Check.of(reports.roots(), policy);
        checked.read().forEach(line -> getLog().info("read " + line));
        if (!checked.doubts().isEmpty()) {
            checked.doubts().forEach(doubt -> getLog().error(doubt));
            return Optional.of("the baseline stays as it is, as it cannot be known that all was seen, see above");
        }
        File file = policySources().baselineToWrite();
        boolean isNew = policySources().baseline() == null;
        BaselineChange change = BaselineChange.of(policy.baseline(), checked.found(), add || isNew);
        PolicyFiles.write(file.toPath(), change.after());
        change.lines(file.toString(), "-Dmaven.snag.add").forEach(line -> getLog().info(line));
        return Optional.empty();
    }
}
