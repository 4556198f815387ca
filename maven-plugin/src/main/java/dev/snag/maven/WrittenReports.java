package dev.snag.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What all modules have left, judged as one run. */
record WrittenReports(List<Written> modules) {

    WrittenReports {
        modules = List.copyOf(modules);
    }

    /** Files and folders that are there, none twice. */
    List<Path> roots() {
        return all().stream().filter(File::exists).map(File::toPath).toList();
    }

    /** Those that may be there. */
    List<File> all() {
        return modules.stream()
                .flatMap(module -> module.reports().stream())
                .distinct()
                .toList();
    }

    /** Whether no module takes part. */
    boolean isSkipped() {
        return modules.stream().allMatch(Written.NOTHING::equals);
    }

    /** Modules whose tests have run without the agent. */
    List<String> unwatched() {
        return modules.stream().map(Written::unwatched).filter(Objects::nonNull).toList();
    }
}
