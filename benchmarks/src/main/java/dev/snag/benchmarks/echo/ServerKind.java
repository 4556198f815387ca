package dev.snag.benchmarks.echo;

/** A server to be measured. */
enum ServerKind {
    /** A virtual thread for each connection: a park, a mount and next to no work for each request. */
    SOCKET,
    /** {@code com.sun.net.httpserver} with a virtual thread for each exchange. */
    JDK
}
