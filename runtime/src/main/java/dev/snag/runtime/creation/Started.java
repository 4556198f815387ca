package dev.snag.runtime.creation;

import dev.snag.findings.ThreadRef;
import java.util.List;

/**
 * How a virtual thread came to be.
 *
 * @param creator the thread that started it
 * @param frames the creator's stack, top first, without our own
 */
public record Started(ThreadRef creator, List<StackTraceElement> frames) {

    public Started {
        frames = List.copyOf(frames);
    }
}
