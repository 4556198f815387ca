package dev.snag.benchmarks.echo;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * A closed loop: each connection sends its next request when it has the answer to the last. For each line {@code port
 * connections millis} on standard input it loads that port for that time and prints {@code requests nanos}.
 */
public final class EchoLoad {
    private static final byte[] BODY = "0123456789abcdef".repeat(8).getBytes(StandardCharsets.US_ASCII);

    private EchoLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] parts = order.split(" ");
            System.out.println(
                    load(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]) * 1_000_000));
        }
    }

    private static String load(int port, int connections, long nanos) throws InterruptedException {
        LongAdder requests = new LongAdder();
        Thread[] clients = new Thread[connections];
        long start = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            clients[i] = Thread.ofVirtual().start(() -> ask(port, start + nanos, requests));
        }
        for (Thread client : clients) {
            client.join();
        }
        return requests.sum() + " " + (System.nanoTime() - start);
    }

    private static void ask(int port, long until, LongAdder requests) {
        byte[] request = HttpMessage.of("POST /echo HTTP/1.1", BODY);
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            while (System.nanoTime() - until < 0) {
                out.write(request);
                if (!Arrays.equals(HttpMessage.readBody(in), BODY)) {
                    throw new IllegalStateException("the answer is not the request's body");
                }
                requests.increment();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a connection to port " + port + " broke", e);
        }
    }
}
