package dev.snag.maven;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Sets a property, {@code argLine} unless told otherwise, so that Surefire and Failsafe start the JVMs of the tests with the
 * agent. What the property had before, such as another agent, stays in it.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends SnagMojo {

    private static final String AGENT = "dev.snag:snag-agent";
    private static final String DETECTION = "junit.jupiter.extensions.autodetection.enabled";

    /** The property that is set. */
    @Parameter(property = "maven.snag.propertyName", defaultValue = "argLine")
    private String propertyName;

    /** The agent's {@code profile}. */
    @Parameter(property = "snag.profile", defaultValue = "test")
    private String profile;

    /** The threshold, such as {@code 50ms}; by default the profile's, which is 20 ms for {@code test}. */
    @Parameter(property = "snag.max-blocking-time")
    private String maxBlockingTime;

    /** Package prefixes of offenders that do not count, separated by commas or colons. */
    @Parameter(property = "snag.exclude")
    private String exclude;

    /** Calls that are findings at any duration, separated by commas or colons, or {@code none}; by default the profile's. */
    @Parameter(property = "snag.strict")
    private String strict;

    /** Any other option of the agent by its own name, such as {@code <jfr>off</jfr>}; it wins over the parameters above. */
    @Parameter
    private Map<String, String> options = Map.of();

    /** Whether what earlier builds have written is kept, instead of deleted before the tests run. */
    @Parameter(property = "maven.snag.append", defaultValue = "false")
    private boolean append;

    /**
     * Whether JUnit Jupiter is told to detect extensions, so that every test is watched without an annotation. By default
     * it is where the project depends on {@code dev.snag:snag-junit}.
     */
    @Parameter(property = "maven.snag.detectExtension")
    private Boolean detectExtension;

    @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
    private Map<String, Artifact> pluginArtifacts;

    @Override
    void run() throws MojoExecutionException {
        if (!append) {
            deleteEarlierReports();
        }
        String line = arguments(properties().getProperty(propertyName)).toString();
        properties().setProperty(propertyName, line);
        getLog().info(propertyName + " set to " + line);
    }

    /** Surefire would take a property that is not there for an argument, where it is told {@code @{argLine}}. */
    @Override
    void skipped() {
        properties().putIfAbsent(propertyName, "");
    }

    private JvmArguments arguments(String before) throws MojoExecutionException {
        try {
            JvmArguments arguments =
                    JvmArguments.parse(before).withAgent(agentOptions().argument(agentJar()));
            return detects() ? arguments.withProperty(DETECTION, "true") : arguments;
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private AgentOptions agentOptions() throws MojoExecutionException {
        return new AgentOptions()
                .set("profile", profile)
                .set("report", reportDirectory())
                .set("max-blocking-time", maxBlockingTime)
                .set("include", AgentOptions.list(include()))
                .set("exclude", AgentOptions.list(exclude))
                .set("strict", AgentOptions.list(strict))
                .set("allow", policySources().allow())
                .set("baseline", policySources().baseline())
                .setAll(options);
    }

    private boolean detects() {
        return detectExtension != null
                ? detectExtension
                : project().getDependencies().stream()
                        .anyMatch(dependency -> dependency.getGroupId().equals("dev.snag")
                                && dependency.getArtifactId().equals("snag-junit"));
    }

    private File agentJar() throws MojoExecutionException {
        Artifact agent = pluginArtifacts.get(AGENT);
        if (agent == null || agent.getFile() == null) {
            throw new MojoExecutionException("the plugin comes without " + AGENT + ", which is one of its dependencies;"
                    + " take the exclusion of it out of the plugin's configuration");
        }
        return agent.getFile();
    }

    private void deleteEarlierReports() throws MojoExecutionException {
        try {
            int deleted = EarlierReports.delete(reportDirectory().toPath(), buildStart());
            if (deleted > 0) {
                getLog().info("deleted " + deleted + (deleted == 1 ? " report" : " reports") + " of earlier builds in "
                        + reportDirectory());
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot delete the reports of earlier builds: " + e, e);
        }
    }

    private Properties properties() {
        return project().getProperties();
    }
}
