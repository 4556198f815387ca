package dev.snag.drivers.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FarRelayTest {
    private static final int SMALL_BUFFER = 16 * 1024;
    private static final byte[] MUCH = new byte[256 * 1024];

    @Test
    void answers_come_late() throws Exception {
        try (ServerSocket server = server();
                FarRelay far = FarRelay.to(server.getLocalPort());
                Socket client = connect(far);
                Socket accepted = server.accept()) {
            accepted.getOutputStream().write(1);
            long begun = System.nanoTime();
            assertThat(client.getInputStream().read()).isEqualTo(1);
            assertThat(since(begun)).isGreaterThan(FarRelay.DELAY.dividedBy(2));
        }
    }

    @Test
    void who_sends_much_to_an_overloaded_one_has_to_wait_until_it_reads() throws Exception {
        try (ServerSocket server = server();
                FarRelay overloaded = FarRelay.overloaded(server.getLocalPort());
                Socket client = connect(overloaded);
                Socket accepted = server.accept()) {
            Thread.ofPlatform().daemon().start(() -> readAll(accepted));
            long begun = System.nanoTime();
            client.getOutputStream().write(MUCH);
            assertThat(since(begun)).isGreaterThan(FarRelay.DELAY.multipliedBy(2));
        }
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Socket connect(FarRelay relay) throws IOException {
        var client = new Socket();
        client.setSendBufferSize(SMALL_BUFFER);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), relay.port()));
        return client;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void readAll(Socket socket) {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // The test is over.
            return;
        }
    }
}
