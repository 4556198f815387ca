package dev.snag.findings;

import java.util.List;

/**
 * One of the carriers in an outage, and what holds it.
 *
 * @param thread the virtual thread that is mounted; null where none is, and the carrier itself is stuck
 * @param kind what holds it; null where that is unknown
 * @param caller first frame of the user's own code in the stack; null where there is none
 * @param stack of the virtual thread, or of the carrier itself where none is mounted; top first, empty where unknown
 */
public record HeldCarrier(ThreadRef carrier, ThreadRef thread, Kind kind, Frame caller, List<Frame> stack) {

    public HeldCarrier {
        stack = List.copyOf(stack);
    }
}
