package dev.snag.findings.policy;

/** A rule, baseline or {@code fail-on} that cannot be used; the message is one line: where, what is wrong, what to write. */
public final class PolicyError extends Exception {

    private static final long serialVersionUID = 1;

    /** With the line that users read. */
    public PolicyError(String message) {
        super(message);
    }

    static PolicyError at(String source, int line, String what, String remedy) {
        return new PolicyError(source + ", line " + line + ": " + what + "; " + remedy);
    }
}
