package dev.snag.maven;

import dev.snag.findings.check.Checked;
import dev.snag.findings.policy.PolicyError;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Writes what was found as a page to look at, or in a format of a build server. It fails no build. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends FormatsMojo {

    @Override
    Optional<String> judge(WrittenReports reports) throws IOException, PolicyError, MojoExecutionException {
        if (reports.roots().isEmpty()) {
            getLog().warn(nothingWritten(reports));
            return Optional.empty();
        }
        Checked checked = written(reports).checked();
        checked.read().forEach(line -> getLog().info("read " + line));
        checked.doubts().forEach(doubt -> getLog().warn(doubt));
        return Optional.empty();
    }
}
