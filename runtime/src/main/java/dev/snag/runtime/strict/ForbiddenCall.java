package dev.snag.runtime.strict;

import dev.snag.findings.Category;
import dev.snag.findings.ThreadRef;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.diagnosis.PinWitness;
import dev.snag.runtime.tests.TestScope;
import java.util.List;

/**
 * A call that a strict rule forbids, or a pinned park where those are forbidden.
 *
 * @param category null of a pinned park
 * @param begin {@code System.nanoTime()}
 * @param end {@code System.nanoTime()}
 * @param frames the stack, the forbidden method on top
 * @param pin what the thread itself saw pinning it; null where it was not asked
 * @param test the test that its thread belongs to; null for none
 * @param count how many calls of the same place it stands for
 */
public record ForbiddenCall(
        Category category,
        ThreadRef thread,
        ThreadRef carrier,
        long begin,
        long end,
        List<StackTraceElement> frames,
        PinWitness pin,
        TestScope test,
        long count) {

    public ForbiddenCall {
        frames = List.copyOf(frames);
    }

    /** The first frame that is not the JDK's; there is one, else it would not be the program's doing. */
    public StackTraceElement offender() {
        return frames.get(Frames.offender(frames));
    }

    /** How long it took. */
    public long nanos() {
        return end - begin;
    }

    /** Others made from the same place, of which the longest lasted from then to then. */
    ForbiddenCall standingFor(long calls, long from, long until) {
        return new ForbiddenCall(category, thread, carrier, from, until, frames, pin, test, calls);
    }
}
