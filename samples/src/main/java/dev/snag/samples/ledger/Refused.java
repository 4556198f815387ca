package dev.snag.samples.ledger;

/** A request that the ledger understood, or tried to, and will not carry out; nothing has changed. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    /** What the client can do about it. */
    public enum Why {
        /** Ask for something that makes sense. */
        MALFORMED,
        /** Ask for something that exists. */
        UNKNOWN,
        /** Wait for money. */
        NOT_ENOUGH_MONEY
    }

    private final Why why;

    public Refused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
