package dev.snag.runtime.ledger;

/** Which monitor a line of code waits for, by that code. */
public interface MonitorSites {

    /**
     * The class of the object whose monitor is entered, or waited on, in this frame.
     *
     * @param waits whether it is in {@code Object.wait} and not at the entry of a monitor
     * @return a binary name, that of the static type; null where it cannot be told
     */
    String monitorAt(StackTraceElement frame, boolean waits);

    /** The monitor that this frame owns while it makes the call that is above it on the stack. */
    Owned ownedAt(StackTraceElement frame);

    /** What the code of a frame says about the monitors that it owns. */
    sealed interface Owned {

        /** It owns one, the innermost of this static type; a binary name, null where the type cannot be told. */
        record Monitor(String className) implements Owned {}

        /** It owns none. */
        record Nothing() implements Owned {}

        /** Its code could not be read. */
        record Unknown() implements Owned {}
    }
}
