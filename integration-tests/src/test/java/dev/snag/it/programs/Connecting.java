package dev.snag.it.programs;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens as many connections at one time on virtual threads as its argument says, in each way that there is. Before, many more that do
 * not count: of platform threads, closed ones, refused ones, and such to a socket of the file system.
 */
public final class Connecting {

    private static final int MANY = 20;
    private static final List<Closeable> KEPT = new ArrayList<>();

    private Connecting() {}

    /** A way to connect; the connection is open when it returns. */
    private interface Way {
        Closeable open(SocketAddress to) throws IOException;
    }

    public static void main(String[] arguments) throws Throwable {
        int most = Integer.parseInt(arguments[0]);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (var server = new ServerSocket(0, 200, loopback)) {
            acceptAll(server);
            SocketAddress to = server.getLocalSocketAddress();
            for (int i = 0; i < MANY; i++) {
                KEPT.add(socket(to));
            }
            List<Way> ways =
                    List.of(Connecting::socket, Connecting::channel, Connecting::adaptor, Connecting::nonBlocking);
            for (int i = 0; i < MANY; i++) {
                Way way = ways.get(i % ways.size());
                Proof.onVirtual("closes", () -> way.open(to).close());
            }
            closedElsewhere(to);
            refused(loopback);
            files();
            for (int i = 0; i < most; i++) {
                Way way = ways.get(i % ways.size());
                Proof.onVirtual("keeps", () -> keep(way.open(to)));
            }
            System.out.println(((InetSocketAddress) to).getPort());
            for (Closeable each : KEPT) {
                each.close();
            }
        }
    }

    private static void keep(Closeable connection) {
        synchronized (KEPT) {
            KEPT.add(connection);
        }
    }

    private static Closeable socket(SocketAddress to) throws IOException {
        var socket = new Socket();
        socket.connect(to, 20_000);
        return socket;
    }

    private static Closeable channel(SocketAddress to) throws IOException {
        return SocketChannel.open(to);
    }

    private static Closeable adaptor(SocketAddress to) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.socket().connect(to, 20_000);
        return channel;
    }

    private static Closeable nonBlocking(SocketAddress to) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        if (!channel.connect(to)) {
            while (!channel.finishConnect()) {
                Thread.yield();
            }
        }
        return channel;
    }

    /** Opened on a virtual thread, closed by this one. */
    private static void closedElsewhere(SocketAddress to) throws Throwable {
        for (int i = 0; i < MANY; i++) {
            var open = new Closeable[1];
            Proof.onVirtual("opens", () -> open[0] = socket(to));
            open[0].close();
        }
    }

    /** They end by themselves. */
    private static void refused(InetAddress loopback) throws Throwable {
        var closed = new ServerSocket(0, 1, loopback);
        SocketAddress nobody = closed.getLocalSocketAddress();
        closed.close();
        for (int i = 0; i < MANY; i++) {
            Proof.onVirtual("refused", () -> Proof.thrown(ConnectException.class, () -> socket(nobody)));
            Proof.onVirtual("refused", () -> Proof.thrown(ConnectException.class, () -> channel(nobody)));
        }
    }

    private static void files() throws Throwable {
        Path folder = Files.createTempDirectory("snag");
        UnixDomainSocketAddress file = UnixDomainSocketAddress.of(folder.resolve("socket"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(file);
            for (int i = 0; i < MANY; i++) {
                Proof.onVirtual("file", () -> keep(channel(file)));
            }
        } finally {
            Files.deleteIfExists(file.getPath());
            Files.delete(folder);
        }
    }

    private static void acceptAll(ServerSocket server) {
        Thread.ofPlatform().daemon().start(() -> {
            var accepted = new ArrayList<Socket>();
            try {
                while (true) {
                    accepted.add(server.accept());
                }
            } catch (IOException closed) {
                accepted.clear();
            }
        });
    }
}
