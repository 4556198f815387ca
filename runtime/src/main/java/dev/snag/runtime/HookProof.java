package dev.snag.runtime;

/**
 * Proves that the hooks fire, by a virtual thread of our own on the calling thread. Only once the application itself has
 * begun to use virtual threads: the first use sets up the JDK's scheduler, by system properties that an application may
 * still set in its {@code main}.
 */
public interface HookProof {

    /** Whether the JDK has set up virtual threads. */
    boolean canBeTried();

    /**
     * Mounts and parks once, with the calling thread as the carrier.
     *
     * @throws Exception where that could not be done, and why
     */
    void mountAndPark() throws Exception;
}
