package dev.snag.drivers.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/**
 * The same server at a distance: passes on what it says only after a while. So whatever waits for an answer waits long enough to
 * be seen, connecting and TLS included, for which no server can be asked to be slow.
 */
final class FarRelay implements AutoCloseable {
    /** Over the threshold, so that a single answer counts. */
    static final Duration DELAY = Duration.ofMillis(150);

    private static final int CHUNK = 64 * 1024;

    private final ServerSocket listening;
    private final int port;

    private FarRelay(int port) throws IOException {
        this.port = port;
        this.listening = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    }

    static FarRelay to(int port) throws IOException {
        var relay = new FarRelay(port);
        thread("far-accept", relay::accept);
        return relay;
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                thread("far-up", () -> pass(client, server, Duration.ZERO));
                thread("far-down", () -> pass(server, client, DELAY));
            }
        } catch (SocketException closed) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One direction of a connection, until either side ends it. */
    private static void pass(Socket from, Socket to, Duration delay) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                Thread.sleep(delay);
                out.write(chunk, 0, read);
            }
        } catch (IOException | InterruptedException ended) {
            // A side that hangs up in the middle is what drivers do; who minds gets it from his own socket.
            return;
        }
    }

    private static void thread(String name, Runnable task) {
        Thread.ofPlatform().name(name).daemon().start(task);
    }
}
