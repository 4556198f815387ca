package dev.snag.findings.report;

import dev.snag.findings.Frame;
import java.util.List;

/**
 * How much carriers were held with one stack.
 *
 * @param frames the ones that matter, top first; empty for all stacks for which there was no room, and where there was
 *     none
 * @param count holds
 * @param heldMs their durations in milliseconds
 */
public record StackShare(List<Frame> frames, long count, double heldMs) {
    public StackShare {
        frames = List.copyOf(frames);
    }
}
