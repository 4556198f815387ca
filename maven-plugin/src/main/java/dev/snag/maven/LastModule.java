package dev.snag.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Lets a goal that runs in each module act once, in the last of them, over what all have left. Modules may be built in
 * parallel, so the last is the one that comes last.
 */
final class LastModule {

    private static final Object LOCK = new Object();

    private final MavenSession session;
    private final MojoExecution execution;

    LastModule(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
    }

    /**
     * Leaves something for the last module.
     *
     * @param left JDK types alone: the class loader of the plugin may be another in the other modules
     * @return what all have left, in the order of the modules, where this is the last of them; else nothing
     */
    Optional<List<List<String>>> leave(MavenProject project, List<String> left) {
        synchronized (LOCK) {
            context(project).put(key(), left);
            var all = new ArrayList<List<String>>();
            for (MavenProject other : session.getProjects()) {
                if (takesPart(other)) {
                    Object others = context(other).get(key());
                    if (others == null) {
                        return Optional.empty();
                    }
                    all.add(strings(others));
                }
            }
            return Optional.of(all);
        }
    }

    private static List<String> strings(Object left) {
        return ((List<?>) left).stream().map(String.class::cast).toList();
    }

    /** From the command line a goal runs in each project; else where an execution of this name has it. */
    private boolean takesPart(MavenProject project) {
        if (execution.getSource() == MojoExecution.Source.CLI) {
            return true;
        }
        Plugin plugin = project.getPlugin(descriptor().getPluginLookupKey());
        return plugin != null
                && plugin.getExecutions().stream()
                        .anyMatch(other -> other.getId().equals(execution.getExecutionId())
                                && other.getGoals().contains(execution.getGoal())
                                && !"none".equals(other.getPhase()));
    }

    private Map<String, Object> context(MavenProject project) {
        return session.getPluginContext(descriptor(), project);
    }

    private PluginDescriptor descriptor() {
        return execution.getMojoDescriptor().getPluginDescriptor();
    }

    private String key() {
        return LastModule.class.getName() + " " + execution.getGoal() + " " + execution.getExecutionId();
    }
}
