package dev.snag.drivers.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** Ports of servers that do not choose one themselves, or do not say which. */
final class Ports {
    private Ports() {}

    /** One that nobody has just now. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Waits until the process listens there.
     *
     * @param log where it says why, if it does not
     */
    static void await(Process server, int port, Duration patience, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (server.isAlive() && System.nanoTime() < end) {
            if (listens(port)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IOException("nothing listens on port " + port + "; see " + log);
    }

    private static boolean listens(int port) {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
