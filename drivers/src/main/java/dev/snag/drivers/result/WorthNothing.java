package dev.snag.drivers.result;

/** A run of which nothing can be said; the message says why. */
public final class WorthNothing extends Exception {
    private static final long serialVersionUID = 1;

    public WorthNothing(String why) {
        super(why);
    }
}
