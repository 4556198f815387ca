package dev.snag.findings.jsonl;

/** Says why a line gives no entry; the message is the end of the sentence "line 12 ...". */
final class UnusableLine extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean damaged;

    private UnusableLine(String why, boolean damaged) {
        // Thrown for content alone, maybe once a line: no stack.
        super(why, null, false, false);
        this.damaged = damaged;
    }

    static UnusableLine damage() {
        return new UnusableLine("is not one JSON object: damaged, or two lines written into each other", true);
    }

    static UnusableLine because(String why) {
        return new UnusableLine(why, false);
    }

    /** Whether the line is no JSON at all. */
    boolean damaged() {
        return damaged;
    }
}
