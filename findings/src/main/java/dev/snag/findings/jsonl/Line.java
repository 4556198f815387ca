package dev.snag.findings.jsonl;

import dev.snag.findings.Entry;

/** What a line of {@code snags.jsonl} turned out to be. */
public sealed interface Line {

    /** The line's number in the file, from 1. */
    long number();

    /** A line that holds an entry. */
    record Read(long number, Entry entry) implements Line {}

    /**
     * A line that is of no use.
     *
     * @param why what is wrong with it, as the end of the sentence "line 12 ..."
     */
    record Skipped(long number, String why) implements Line {

        /** {@code line 12 is of type "x", which ...}. */
        @Override
        public String toString() {
            return "line " + number + " " + why;
        }
    }
}
