package dev.snag.findings;

import java.util.List;

/**
 * A stack that opens connections.
 *
 * @param count how many of those that were open
 * @param offender first frame that is not the JDK's; null where there is none
 * @param caller first frame of the user's own code; null where there is none
 * @param stack frames, top first
 */
public record OpeningSite(long count, Frame offender, Frame caller, List<Frame> stack) {

    public OpeningSite {
        stack = List.copyOf(stack);
    }
}
