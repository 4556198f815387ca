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
 *
 * <p>It can be {@linkplain #overloaded overloaded} instead, for what waits until it can send.
 */
final class FarRelay implements AutoCloseable {
    /** Over the threshold, so that a single answer counts. */
    static final Duration DELAY = Duration.ofMillis(150);

    private static final int CHUNK = 64 * 1024;

    /** What the kernel keeps for an overloaded one; it takes no less than some thousand bytes. */
    private static final int LITTLE = 16 * 1024;

    private final ServerSocket listening;
    private final int port;
    private final Duration up;
    private final Duration down;

    private FarRelay(int port, Duration up, Duration down) throws IOException {
        this.port = port;
        this.up = up;
        this.down = down;
        this.listening = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    }

    static FarRelay to(int port) throws IOException {
        return new FarRelay(port, Duration.ZERO, DELAY).started();
    }

    /** A server that can't keep up, and so reads little and late, as one does that limits those who send too much. Its answers are not late. */
    static FarRelay overloaded(int port) throws IOException {
        var relay = new FarRelay(port, DELAY, Duration.ZERO);
        relay.listening.setReceiveBufferSize(LITTLE);
        return relay.started();
    }

    private FarRelay started() {
        thread("far-accept", this::accept);
        return this;
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
                thread("far-up", () -> pass(client, server, up));
                thread("far-down", () -> pass(server, client, down));
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
