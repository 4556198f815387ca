package dev.snag.findings;

/** How bad a finding is. */
public enum Severity {
    /** A carrier was lost. */
    ERROR,
    /** Real but elastic: the JDK added a carrier meanwhile, or it happens at start-up only. */
    WARNING
}
