package dev.snag.findings.text;

/** How much of a stack is shown. */
public enum Extent {
    /** Without most of what a framework puts between and around the user's own code. */
    BRIEF,
    /** With all of the program's frames, up to {@link FoldedStack#MOST_SHOWN}. */
    LONG
}
