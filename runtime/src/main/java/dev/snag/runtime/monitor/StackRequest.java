package dev.snag.runtime.monitor;

/** A question to the application, which answers on another thread in its own time. */
public interface StackRequest {

    /** What has been answered. */
    enum Answer {
        /** Nothing yet. */
        PENDING,
        /** The stack may be taken. */
        GRANTED,
        /** It may not. */
        REFUSED
    }

    /** The answer as of now. */
    Answer answer();
}
