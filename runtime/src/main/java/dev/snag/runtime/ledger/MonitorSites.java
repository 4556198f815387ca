package dev.snag.runtime.ledger;

/** Which monitor a line of code waits for, by that code. */
@FunctionalInterface
public interface MonitorSites {

    /**
     * The class of the object whose monitor is entered, or waited on, in this frame.
     *
     * @param waits whether it is in {@code Object.wait} and not at the entry of a monitor
     * @return a binary name, that of the static type; null where it cannot be told
     */
    String monitorAt(StackTraceElement frame, boolean waits);
}
