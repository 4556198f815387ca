package dev.snag.findings.report;

import dev.snag.findings.check.Check;
import dev.snag.findings.check.Checked;
import dev.snag.findings.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * All that is to be shown of one run, however many JVMs it had.
 *
 * @param checked what was read, what of it is doubtful, and what the gate says
 * @param jvms in the order of the files
 * @param snags those that fail first, then by their total
 * @param others all occurrences of the snags beyond the first {@link #MOST_SNAGS}; null where there are none
 */
public record RunReport(
        Checked checked,
        List<JvmReport> jvms,
        List<SnagReport> snags,
        SnagReport others,
        Timeline timeline,
        Figures figures) {

    /** The most snags kept each for itself. */
    public static final int MOST_SNAGS = 1_000;

    public RunReport {
        jvms = List.copyOf(jvms);
        snags = List.copyOf(snags);
    }

    /**
     * Reads all that was written below some folders.
     *
     * @param roots files, and folders of which each {@code snags.jsonl} in and below is meant
     * @throws IOException where one cannot be read
     */
    public static RunReport of(List<Path> roots, Policy policy) throws IOException {
        var gathering = new Gathering();
        return gathering.report(Check.of(roots, policy, gathering));
    }

    /** The policy that it was judged by. */
    public Policy policy() {
        return checked.account().policy();
    }

    /** Whether any JVM has written a line. */
    public boolean hasData() {
        return !jvms.isEmpty();
    }
}
