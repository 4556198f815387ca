package dev.snag.findings.text;

import dev.snag.findings.Cause;

/** A kind with what makes it precise: {@code PINNED (MONITOR)}, {@code BLOCKING_CALL (FILE)}. */
public final class KindText {

    private KindText() {}

    /** The text. */
    public static String of(Cause cause) {
        if (cause.reason() != null) {
            return cause.kind() + " (" + cause.reason() + ")";
        }
        if (cause.starvation() != null && cause.starvation().deadlock()) {
            return cause.kind() + " (deadlock)";
        }
        return cause.category() == null ? cause.kind().name() : cause.kind() + " (" + cause.category() + ")";
    }
}
