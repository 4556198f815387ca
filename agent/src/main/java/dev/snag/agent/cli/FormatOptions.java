package dev.snag.agent.cli;

import dev.snag.findings.report.RunReport;
import dev.snag.findings.report.SourcePaths;
import dev.snag.findings.report.formats.FormatTarget;
import dev.snag.findings.report.formats.ReportFormat;
import dev.snag.findings.report.sources.SourceTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** In which formats a report is written, and where to. */
final class FormatOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            converter = TargetConverter.class,
            description = {
                "html, sarif, junit, github, gitlab or markdown; may be given several times.",
                "Without a file it goes to standard output, html to snags.html beside the reports."
            })
    private List<FormatTarget> formats = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "the file of the only format")
    private Path output;

    @Option(
            names = "--source-root",
            paramLabel = "FOLDER",
            description = {
                "where sources are, such as app/src/main/java; may be given several times.",
                "Default: the usual folders of the working folder and its modules."
            })
    private List<Path> sourceRoots = List.of();

    /** What was asked for; the given format where nothing was. */
    List<FormatTarget> targets(ReportFormat unlessGiven) {
        var targets = new ArrayList<FormatTarget>(formats);
        if (targets.isEmpty() && unlessGiven != null) {
            targets.add(new FormatTarget(unlessGiven, null));
        }
        if (output != null) {
            if (targets.size() != 1 || targets.getFirst().file() != null) {
                throw new ParameterException(
                        spec.commandLine(), "--output goes with one --format without a file of its own");
            }
            targets.set(0, new FormatTarget(targets.getFirst().format(), output));
        }
        if (targets.stream().filter(FormatOptions::isPrinted).count() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "only one format can go to standard output; give the others a file: --format sarif=FILE");
        }
        return targets;
    }

    /** Whether it goes to standard output, and all that is said to people must go elsewhere. */
    static boolean isPrinted(FormatTarget target) {
        return target.file() == null && target.format() != ReportFormat.HTML;
    }

    /** Writes them; what is said about it goes to {@code told}. */
    void write(List<FormatTarget> targets, RunReport report, List<Path> roots, PrintWriter told) throws IOException {
        SourcePaths sources = targets.isEmpty() ? SourcePaths.none() : SourceTree.of(Path.of(""), sourceRoots);
        for (FormatTarget target : targets) {
            if (isPrinted(target)) {
                spec.commandLine().getOut().print(target.format().text(report, sources, Instant.now()));
                spec.commandLine().getOut().flush();
            } else {
                told.println(target.write(report, sources, beside(roots)));
            }
        }
    }

    private static Path beside(List<Path> roots) {
        Path first = roots.getFirst();
        if (Files.isDirectory(first)) {
            return first;
        }
        return first.getParent() == null ? Path.of("") : first.getParent();
    }

    /** {@code sarif} and {@code sarif=FILE}. */
    static final class TargetConverter implements ITypeConverter<FormatTarget> {
        @Override
        public FormatTarget convert(String text) {
            try {
                return FormatTarget.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
