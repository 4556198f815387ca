package dev.snag.findings;

import java.util.List;

/**
 * Where it happened.
 *
 * @param offender first frame that is not the JDK's; null where there is none
 * @param caller first frame of the user's own code that somebody wrote, else the first that was generated; null where there is
 *     none
 * @param culprit the frame that did the holding: the native method, the owner of the monitor, the class initializer
 * @param stack frames, top first; empty where the thread had let go before its stack was taken
 * @param fingerprint names the snag: the same for the same kind and frames, in any run
 * @param createdBy where the thread was started; null where that was not kept
 */
public record Place(
        Frame offender, Frame caller, Frame culprit, List<Frame> stack, String fingerprint, Creation createdBy) {

    public Place {
        stack = List.copyOf(stack);
    }

    /** Of a thread whose creation was not kept. */
    public Place(Frame offender, Frame caller, Frame culprit, List<Frame> stack, String fingerprint) {
        this(offender, caller, culprit, stack, fingerprint, null);
    }
}
