package dev.snag.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one module has left to be judged.
 *
 * @param unwatched the module's name where its tests have run without the agent, else null
 * @param reports files and folders, there or not
 */
record Written(String unwatched, List<File> reports) {

    /** That of a module in which the goal is skipped. */
    static final Written NOTHING = new Written(null, List.of());

    Written {
        reports = List.copyOf(reports);
    }

    /** As JDK types. */
    List<String> strings() {
        var strings = new ArrayList<String>(List.of(Objects.requireNonNullElse(unwatched, "")));
        reports.forEach(report -> strings.add(report.getPath()));
        return strings;
    }

    static Written of(List<String> strings) {
        return new Written(
                strings.get(0).isEmpty() ? null : strings.get(0),
                strings.stream().skip(1).map(File::new).toList());
    }
}
