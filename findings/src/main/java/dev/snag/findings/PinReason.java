package dev.snag.findings;

/** What keeps a virtual thread from unmounting. */
public enum PinReason {
    /** It owns a monitor (until JDK 23; JEP 491 ended it). */
    MONITOR,
    /** A native method or a frame of the VM is on its stack. */
    NATIVE_FRAME,
    /** It runs a class initializer. */
    CLASS_INIT,
    /** The JDK itself forbids it for a moment ({@code Continuation.pin}). */
    CRITICAL_SECTION
}
