package dev.snag.maven;

import java.io.File;
import java.time.Instant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have in common, so that it is said once, for the plugin. */
abstract class SnagMojo extends AbstractMojo {

    /** Whether the goal does nothing. */
    @Parameter(property = "maven.snag.skip", defaultValue = "false")
    private boolean skip;

    /** The folder that the JVMs of the tests write to. */
    @Parameter(defaultValue = "${project.build.directory}/snag", required = true)
    private File reportDirectory;

    /** Rules for what is all right; by default {@code snag-allow.txt} in the folder of the whole build, where it is there. */
    @Parameter(property = "snag.allow")
    private File allow;

    /** Known snags; by default {@code snag-baseline.txt} in the folder of the whole build, where it is there. */
    @Parameter(property = "snag.baseline")
    private File baseline;

    /** Package prefixes of what is mine, separated by commas or colons. */
    @Parameter(property = "snag.include")
    private String include;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped, as maven.snag.skip says");
            skipped();
        } else {
            run();
        }
    }

    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** What is to be done even then. */
    abstract void skipped() throws MojoExecutionException, MojoFailureException;

    final File reportDirectory() {
        return reportDirectory;
    }

    final String include() {
        return include;
    }

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    /** When Maven was started. */
    final Instant buildStart() {
        return session.getStartTime().toInstant();
    }

    /** The folder of the whole build, whatever module it was started in. */
    final File wholeBuild() {
        File folder = session.getRequest().getMultiModuleProjectDirectory();
        return folder == null ? new File(session.getExecutionRootDirectory()) : folder;
    }

    final PolicySources policySources() {
        return new PolicySources(wholeBuild(), allow, baseline);
    }
}
