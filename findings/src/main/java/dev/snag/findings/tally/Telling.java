package dev.snag.findings.tally;

/** How much is to be said of an occurrence, so that a storm of them stays readable. */
public enum Telling {
    /** All of it: the snag is new. */
    FULL,
    /** One line: it is the snag's 10th, 100th, 1000th and so on. */
    SHORT,
    /** One line: it was told while it went on, and now has ended. */
    END,
    /** Nothing; it is counted. */
    NOTHING
}
