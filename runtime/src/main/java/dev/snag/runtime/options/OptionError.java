package dev.snag.runtime.options;

/** A bad option; the message is one line that says what, where and what to do. */
public final class OptionError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With the line that users read. */
    public OptionError(String message) {
        super(message);
    }
}
