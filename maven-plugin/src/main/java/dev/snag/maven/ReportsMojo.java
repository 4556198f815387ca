package dev.snag.maven;

import dev.snag.findings.check.FileTrouble;
import dev.snag.findings.check.FoundFiles;
import dev.snag.findings.check.PolicyFiles;
import dev.snag.findings.policy.FailOn;
import dev.snag.findings.policy.Policy;
import dev.snag.findings.policy.PolicyError;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal over what was written; with several modules it acts in the last of them, over all. */
abstract class ReportsMojo extends SnagMojo {

    /** Whether all modules are taken as one run, when the last of them has been built; else each for itself. */
    @Parameter(property = "maven.snag.atEnd", defaultValue = "true")
    private boolean atEnd;

    /** Files and folders to read besides, such as those of shards that ran elsewhere. */
    @Parameter(property = "maven.snag.additionalReports")
    private List<File> additionalReports = List.of();

    @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
    private boolean skipTests;

    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    private boolean skipTestClasses;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    final void run() throws MojoExecutionException, MojoFailureException {
        finish(guarded(this::own));
    }

    @Override
    final void skipped() throws MojoExecutionException, MojoFailureException {
        finish(Written.NOTHING);
    }

    private void finish(Written own) throws MojoExecutionException, MojoFailureException {
        Optional<List<List<String>>> all = atEnd
                ? new LastModule(session(), execution).leave(project(), own.strings())
                : Optional.of(List.of(own.strings()));
        if (all.isEmpty()) {
            getLog().info("left to the last module, for all as one run");
            return;
        }
        var reports = new WrittenReports(all.get().stream().map(Written::of).toList());
        if (reports.isSkipped()) {
            return;
        }
        if (reports.roots().isEmpty() && (skipTests || skipTestClasses)) {
            getLog().info("no tests were run, so there is nothing to look at");
            return;
        }
        act(reports);
    }

    private Written own() throws IOException {
        var reports = new ArrayList<File>(List.of(reportDirectory()));
        reports.addAll(additionalReports);
        boolean watched = reportDirectory().isDirectory()
                && !FoundFiles.in(List.of(reportDirectory().toPath())).isEmpty();
        boolean tested = TestRun.happened(new File(project().getBuild().getDirectory()), buildStart());
        return new Written(tested && !watched ? project().getArtifactId() : null, reports);
    }

    private void act(WrittenReports reports) throws MojoExecutionException, MojoFailureException {
        Optional<String> failure = guarded(() -> judge(reports));
        if (failure.isPresent()) {
            throw new MojoFailureException(failure.get());
        }
    }

    /**
     * Does the goal's work.
     *
     * @return why the build fails; empty where it goes on
     */
    abstract Optional<String> judge(WrittenReports reports) throws IOException, PolicyError, MojoExecutionException;

    private interface Work<T> {
        T done() throws IOException, PolicyError, MojoExecutionException;
    }

    private static <T> T guarded(Work<T> work) throws MojoExecutionException {
        try {
            return work.done();
        } catch (PolicyError e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(FileTrouble.text(e), e);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException(FileTrouble.text(e), e);
        }
    }

    /** Why there is nothing to read, and what to do. */
    static String nothingWritten(WrittenReports reports) {
        return "nothing was watched, as there is no report in " + reports.all()
                + ". Is the goal prepare-agent bound, did"
                + " tests run, and does an <argLine> of Surefire or Failsafe begin with @{argLine}?";
    }

    final Policy policy(FailOn failOn) throws IOException, PolicyError {
        return new Policy(
                PolicyFiles.allow(path(policySources().allow())),
                PolicyFiles.baseline(path(policySources().baseline())),
                failOn,
                include() == null || include().isBlank()
                        ? List.of()
                        : List.of(AgentOptions.list(include()).split(":")),
                LocalDate.now(ZoneOffset.UTC));
    }

    private static Path path(File file) {
        return file == null ? null : file.toPath();
    }
}
