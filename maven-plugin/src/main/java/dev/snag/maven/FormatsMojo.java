package dev.snag.maven;

import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.PolicyError;
import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SourcePaths;
import dev.snag.findings.report.formats.FormatTarget;
import dev.snag.findings.report.formats.ReportFormat;
import dev.snag.findings.report.sources.SourceTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that judges, and writes what it found in some formats. */
abstract class FormatsMojo extends ReportsMojo {

    /** Which snags fail, with {@code :} between: new, any, mine, warnings, kinds; or none. */
    @Parameter(property = "snag.fail-on", defaultValue = "new")
    private String failOn;

    /**
     * What is written: html, sarif, junit, github, gitlab, markdown, each with {@code =FILE} where it is to have another
     * name. {@code github} alone is printed, unless it has a file.
     */
    @Parameter(property = "maven.snag.formats", defaultValue = "html")
    private List<String> formats;

    /** Where the formats are written; with several modules {@code target/snag} of the first project, else beside the reports. */
    @Parameter(property = "maven.snag.outputDirectory")
    private File outputDirectory;

    /** All that is to be shown, written in all formats. */
    final RunReport written(WrittenReports reports) throws IOException, PolicyError, MojoExecutionException {
        List<FormatTarget> targets = targets();
        if (policySources().lacksBaseline()) {
            getLog().warn(policySources().baselineToWrite()
                    + " is not there, so no snag is known; the goal baseline writes" + " it");
        }
        RunReport report = RunReport.of(reports.roots(), policy(FailOn.parse(failOn)));
        SourcePaths sources = sources();
        for (FormatTarget target : targets) {
            if (target.format() == ReportFormat.GITHUB && target.file() == null) {
                System.out.print(target.format().text(report, sources, Instant.now()));
                System.out.flush();
            } else {
                getLog().info(target.write(report, sources, output(reports)));
            }
        }
        return report;
    }

    final boolean off() throws PolicyError {
        return FailOn.parse(failOn).off();
    }

    private List<FormatTarget> targets() throws MojoExecutionException {
        try {
            return formats.stream().map(FormatTarget::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("formats: " + e.getMessage(), e);
        }
    }

    private Path output(WrittenReports reports) {
        if (outputDirectory != null) {
            return outputDirectory.toPath();
        }
        return reports.modules().size() == 1
                ? reportDirectory().toPath()
                : Path.of(session().getTopLevelProject().getBuild().getDirectory(), "snag");
    }

    /** Maven knows them all, so none has to be guessed. */
    private SourcePaths sources() throws IOException {
        Set<Path> roots = new LinkedHashSet<>();
        for (MavenProject module : session().getAllProjects()) {
            module.getCompileSourceRoots().forEach(root -> roots.add(Path.of(root)));
            module.getTestCompileSourceRoots().forEach(root -> roots.add(Path.of(root)));
        }
        return SourceTree.of(wholeBuild().toPath(), List.copyOf(roots));
    }
}
