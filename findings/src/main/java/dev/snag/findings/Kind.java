package dev.snag.findings;

/** What held the carrier. */
public enum Kind {
    /** Parked, and could not unmount. */
    PINNED,
    /** Waits to enter a monitor, or in {@code Object.wait}, and holds the carrier meanwhile. */
    MONITOR,
    /** Inside a native call for which the JDK does not unmount. */
    BLOCKING_CALL,
    /** Waits while another thread initializes a class. */
    CLASS_INIT_WAIT,
    /** Computes without ever letting go. */
    CPU,
    /** Every carrier is held while virtual threads queue: of all carriers together, beside the holds' own findings. */
    STARVATION
}
