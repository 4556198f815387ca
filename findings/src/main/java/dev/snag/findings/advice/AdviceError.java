package dev.snag.findings.advice;

/** A file of rules that cannot be used; the message names the line and what is to be written there. */
public final class AdviceError extends Exception {

    private static final long serialVersionUID = 1L;

    AdviceError(String message) {
        super(message);
    }

    AdviceError(String message, Throwable cause) {
        super(message, cause);
    }
}
