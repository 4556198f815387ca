package dev.snag.maven;

import java.io.File;

/**
 * Where the files of a policy are.
 *
 * @param wholeBuild the folder that those have which were not named
 * @param namedAllow null where it was not named
 * @param namedBaseline null where it was not named
 */
record PolicySources(File wholeBuild, File namedAllow, File namedBaseline) {

    /** The rules, null where there are none. One that was named is meant, also where it is not there. */
    File allow() {
        File usual = new File(wholeBuild, "snag-allow.txt");
        return namedAllow == null && usual.isFile() ? usual : namedAllow;
    }

    /** The baseline, null where it is not there: before it is written for the first time nothing is known. */
    File baseline() {
        return baselineToWrite().isFile() ? baselineToWrite() : null;
    }

    /** The same, there or not. */
    File baselineToWrite() {
        return namedBaseline == null ? new File(wholeBuild, "snag-baseline.txt") : namedBaseline;
    }

    /** Whether one was named that is not there. */
    boolean lacksBaseline() {
        return namedBaseline != null && !namedBaseline.isFile();
    }
}
