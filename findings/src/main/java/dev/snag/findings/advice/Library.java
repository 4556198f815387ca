package dev.snag.findings.advice;

import java.util.List;
import java.util.Optional;

/**
 * A library, in some of its releases.
 *
 * @param classes prefixes of the names of its classes
 * @param artifacts names of its jars without version
 */
record Library(List<String> classes, List<String> artifacts, Versions versions) {

    /** Code of the library; its version only where it is sure that it is the library's and not that of a jar around it. */
    record Match(Optional<Version> version) {}

    Optional<Match> in(List<Code> blamed) {
        for (Code code : blamed) {
            if (classes.stream().anyMatch(code.className()::startsWith)) {
                Optional<Version> version = artifacts.contains(code.artifact() == null ? "" : code.artifact())
                        ? Version.of(code.version())
                        : Optional.empty();
                if (versions.mayHave(version)) {
                    return Optional.of(new Match(version));
                }
            }
        }
        return Optional.empty();
    }
}
