package dev.snag.findings;

/** What the policy says of one occurrence; the first that holds. */
public enum Verdict {
    /** A rule in force says that it is all right. */
    ALLOWED_BY_RULE,
    /** The baseline has it. */
    KNOWN_IN_BASELINE,
    /** It is of no kind or code that {@code fail-on} is about. */
    OUT_OF_SCOPE,
    /** It is real, but elastic or rare, and {@code fail-on} does not ask for warnings. */
    WARNING_ONLY,
    /** It fails. */
    FAILS
}
