package dev.snag.drivers.server;

/** A server cannot be had here; the message says why, and what would help. */
public final class ServerAbsent extends Exception {
    private static final long serialVersionUID = 1;

    public ServerAbsent(String why) {
        super(why);
    }
}
