package dev.snag.agent.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The reports that a command reads. */
final class ReportRoots {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE-OR-FOLDER",
            description = "a report, or a folder in and below which each snags.jsonl is read")
    private List<Path> roots;

    List<Path> paths() {
        return roots;
    }
}
