package dev.snag.findings;

import java.util.List;

/**
 * Where a virtual thread was started, kept only with the option {@code creation-sites}.
 *
 * @param thread that started it
 * @param site first frame of the user's own code, else the first that is not the JDK's; null where there is neither
 * @param stack frames of the thread that started it, top first
 */
public record Creation(ThreadRef thread, Frame site, List<Frame> stack) {

    public Creation {
        stack = List.copyOf(stack);
    }
}
