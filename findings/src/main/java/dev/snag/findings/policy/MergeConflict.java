package dev.snag.findings.policy;

import java.util.List;

/** What version control leaves in a file whose two sides it could not bring together. */
final class MergeConflict {

    private static final List<String> MARKERS = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

    private MergeConflict() {}

    static void refuse(String source, int number, String line) throws PolicyError {
        for (String marker : MARKERS) {
            if (line.startsWith(marker)) {
                throw PolicyError.at(
                        source,
                        number,
                        "a merge conflict is left there",
                        "keep the lines of both sides and take the markers out");
            }
        }
    }
}
