package dev.snag.runtime.service;

import dev.snag.runtime.ledger.Ledger;

/** The watch that this service belongs to. */
public interface Host {

    /** Whether holds are seen: the mount hook is in, and the monitor lives. */
    boolean watching();

    /** The watch has something to do although there may never be a virtual thread. */
    void demand();

    /** Ends the watch with its last lines; may take seconds. */
    void stop();

    /** Takes what is to be told. */
    Ledger ledger();

    /**
     * Has the monitor look at once.
     *
     * @param whenRecorded run when all is recorded that was there to be seen; null for nothing
     */
    void lookSoon(Runnable whenRecorded);

    /**
     * Has the start of threads seen from now on; returns the class that the hook calls.
     *
     * @throws Exception where this JVM does not let us, and why
     */
    Class<?> weaveLineage() throws Exception;

    /** Whether this method of this class has been transformed by the agent. */
    boolean instrumented(String className, String method);

    /** The classes that are loaded in this JVM. */
    Class<?>[] loaded();
}
