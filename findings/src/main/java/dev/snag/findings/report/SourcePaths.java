package dev.snag.findings.report;

import dev.snag.findings.Frame;
import java.util.Optional;

/** Tells in which file of the repository the code of a frame is; build servers show a finding there. */
@FunctionalInterface
public interface SourcePaths {

    /** The path from the repository's root, with {@code /} between; empty where it is not there. */
    Optional<String> of(Frame frame);

    /** Where nothing is known of the sources. */
    static SourcePaths none() {
        return frame -> Optional.empty();
    }

    /** The path below some folder of sources, as the name of the class has it. */
    static String below(Frame frame) {
        String name = frame.className();
        int end = name.length();
        for (char c : new char[] {'$', '/'}) {
            int at = name.indexOf(c);
            end = at > 0 ? Math.min(end, at) : end;
        }
        return name.substring(0, end).replace('.', '/');
    }
}
