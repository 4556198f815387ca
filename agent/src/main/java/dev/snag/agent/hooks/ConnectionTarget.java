package dev.snag.agent.hooks;

import java.util.List;

/**
 * A method of the JDK at whose exits the bridge is told of a connection; the same on JDK 21 to 27. The first two begin to connect,
 * whatever the program calls, under the lock that guards the socket's state; the others are where its file is closed in the end, by
 * the thread that closes it or by the last that was within a call.
 *
 * @param owner internal name of the class
 */
record ConnectionTarget(String owner, String method, String descriptor, Weave weave) {

    /** Internal name of what is behind each {@code Socket}. */
    static final String SOCKET = "sun/nio/ch/NioSocketImpl";
    /** Internal name of each {@code SocketChannel}. */
    static final String CHANNEL = "sun/nio/ch/SocketChannelImpl";

    /** What is called. */
    enum Weave {
        /** {@code opened(this, address, port)} before each return. */
        OPENED_SOCKET,
        /** {@code opened(this, remote)} before each return. */
        OPENED_CHANNEL,
        /** {@code closed(result, this)} before each return, {@code closed(true, this)} for each throwable on its way out. */
        CLOSED
    }

    /** All of them. */
    static final List<ConnectionTarget> ALL = List.of(
            new ConnectionTarget(
                    SOCKET, "beginConnect", "(Ljava/net/InetAddress;I)Ljava/io/FileDescriptor;", Weave.OPENED_SOCKET),
            new ConnectionTarget(SOCKET, "tryClose", "()Z", Weave.CLOSED),
            new ConnectionTarget(CHANNEL, "beginConnect", "(ZLjava/net/SocketAddress;)V", Weave.OPENED_CHANNEL),
            new ConnectionTarget(CHANNEL, "tryClose", "()Z", Weave.CLOSED));

    boolean is(String type, String name, String descriptorOfMethod) {
        return owner.equals(type) && method.equals(name) && descriptor.equals(descriptorOfMethod);
    }

    @Override
    public String toString() {
        return owner.replace('/', '.') + "." + method + descriptor;
    }
}
