package dev.snag.findings;

/** Why a long hold is no finding. */
public enum ExcuseReason {
    /** The VM had stopped all threads: a collection's pause or another safepoint. */
    STOP_THE_WORLD,
    /** The whole process stood still: {@code SIGSTOP}, a stalled host, a laptop that slept. */
    PROCESS_STOPPED,
    /** The carrier was runnable and got no processor. */
    NO_CPU,
    /** A debugger had suspended the thread. */
    DEBUGGER
}
