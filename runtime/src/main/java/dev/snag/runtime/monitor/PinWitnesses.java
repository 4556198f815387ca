package dev.snag.runtime.monitor;

import dev.snag.runtime.diagnosis.PinWitness;
import java.util.List;

/** What threads saw themselves when they parked pinned. */
public interface PinWitnesses {

    /** Nobody was asked. */
    PinWitnesses NONE = new PinWitnesses() {
        @Override
        public PinWitness of(long carrierId, long threadId, long since) {
            return null;
        }

        @Override
        public List<StackTraceElement> stackOf(long carrierId, long threadId, long since) {
            return List.of();
        }

        @Override
        public void forgetBefore(long nanos) {}
    };

    /**
     * Which frame pins, by the last account of this thread on this carrier that was given after this time; null where there
     * is none, and from JDK 24 on, where the stack tells.
     */
    PinWitness of(long carrierId, long threadId, long since);

    /** The stack of that account, from the park down; empty where there is none. */
    List<StackTraceElement> stackOf(long carrierId, long threadId, long since);

    /** Drops what is older, {@code System.nanoTime()}: a stack keeps the classes on it alive. */
    void forgetBefore(long nanos);
}
