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

    /** Whether this method of this class has been transformed by the agent. */
    boolean instrumented(String className, String method);

    /** The classes that are loaded in this JVM. */
    Class<?>[] loaded();
}
