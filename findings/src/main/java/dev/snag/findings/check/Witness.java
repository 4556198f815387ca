package dev.snag.findings.check;

import dev.snag.findings.Entry;

/** Sees each entry of a report as it is read; of an occurrence the last line alone. */
@FunctionalInterface
public interface Witness {

    /** An entry and the JVM that wrote it. */
    void saw(WatchedJvm jvm, Entry entry);
}
