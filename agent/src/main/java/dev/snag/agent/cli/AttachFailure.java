package dev.snag.agent.cli;

/** Says why an agent could not be loaded into a running JVM, and what to do. */
final class AttachFailure extends Exception {

    private static final long serialVersionUID = 1L;

    AttachFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
