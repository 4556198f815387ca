package dev.snag.maven;

import dev.snag.findings.check.Checked;
import dev.snag.findings.policy.GateResult;
import dev.snag.findings.policy.PolicyError;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails the build where a snag fails the policy. It fails closed: a run in which nothing was watched, or of which not all is
 * known, does not pass.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends FormatsMojo {

    @Override
    Optional<String> judge(WrittenReports reports) throws IOException, PolicyError, MojoExecutionException {
        if (reports.roots().isEmpty()) {
            return unlessOff(nothingWritten(reports));
        }
        Checked checked = written(reports).checked();
        boolean passes = checked.result().passes();
        Consumer<String> log = passes ? getLog()::info : getLog()::error;
        checked.lines("mvn snag:baseline").forEach(log);
        return passes ? unwatched(reports.unwatched()) : Optional.of(why(checked.result()));
    }

    /** Of others there is a report, so that nobody would miss it. */
    private Optional<String> unwatched(List<String> modules) throws PolicyError {
        return modules.isEmpty()
                ? Optional.empty()
                : unlessOff(
                        "the tests of " + String.join(", ", modules)
                                + " ran, but there is no report of them. Is the goal"
                                + " prepare-agent bound there, and does an <argLine> of Surefire or Failsafe begin with @{argLine}?");
    }

    private Optional<String> unlessOff(String failure) throws PolicyError {
        if (off()) {
            getLog().warn(failure);
            return Optional.empty();
        }
        return Optional.of(failure);
    }

    private static String why(GateResult result) {
        if (result instanceof GateResult.Fails fails) {
            return fails.count() == 1 ? "1 snag fails, see above" : fails.count() + " snags fail, see above";
        }
        return "it cannot be known that all was seen, see above";
    }
}
