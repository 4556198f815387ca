package dev.snag.findings;

/** What a {@link Kind#BLOCKING_CALL} was about, by what the user did. */
public enum Category {
    /** Files: open, read, write, stat, lock, force. */
    FILE,
    /** Names and addresses looked up by the system's resolver. */
    DNS,
    /** Start of a child process, and its streams. */
    PROCESS,
    /** {@code System.in}, {@code System.out}, {@code System.err}, the console. */
    CONSOLE,
    /** {@code Selector.select}. */
    SELECTOR,
    /** Sockets and network interfaces, where the JDK calls the system directly. */
    NETWORK,
    /** Loading, linking and defining classes, native libraries included. */
    CLASS_LOADING,
    /** Any other native code: JNI, FFM. */
    NATIVE,
    /** A method that a strict rule of the user's own names. */
    OWN_RULE
}
