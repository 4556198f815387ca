package dev.snag.runtime.ledger;

import dev.snag.findings.Creation;
import dev.snag.findings.Frame;
import dev.snag.runtime.creation.CreationSites;
import dev.snag.runtime.creation.Started;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.monitor.HoldReport;
import dev.snag.runtime.origins.CodeSources;
import dev.snag.runtime.origins.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the thread of a hold was started. What was found while the hold lasted is kept for its last line. */
final class CreationOf {

    private final CreationSites creations;
    private final CodeSources sources;
    private final Map<Long, Creation> found = new HashMap<>();

    /** Finds nothing where {@code creations} is null. */
    CreationOf(CreationSites creations, CodeSources sources) {
        this.creations = creations;
        this.sources = sources;
    }

    /**
     * Null where it is not known.
     *
     * @param last whether nothing more will be asked of this hold
     */
    Creation hold(HoldReport report, boolean last) {
        if (creations == null) {
            return null;
        }
        Creation known = found.remove(report.number());
        if (known == null) {
            Started started = creations.of(report.thread().id());
            known = started == null ? null : creation(started);
        }
        if (!last && known != null) {
            found.put(report.number(), known);
        }
        return known;
    }

    /** Of a thread by its id; null where it is not known. */
    Creation of(long threadId) {
        Started started = creations == null ? null : creations.of(threadId);
        return started == null ? null : creation(started);
    }

    private Creation creation(Started started) {
        List<Origin> origins = sources.of(started.frames());
        List<Frame> stack = StackFrames.of(started.frames(), origins);
        int site = StackFrames.own(started.frames(), origins);
        site = site < 0 ? Frames.offender(started.frames()) : site;
        return new Creation(started.creator(), StackFrames.at(stack, site), stack);
    }
}
