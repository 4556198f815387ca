package dev.snag.benchmarks.echo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executors;

/** Answers each request with its body. Prints {@code port=N} when it listens and ends with its standard input. */
public final class EchoServer {
    private static final int BACKLOG = 512;

    private EchoServer() {}

    public static void main(String[] args) throws IOException {
        int port = switch (ServerKind.valueOf(args[0])) {
            case SOCKET -> listen();
            case JDK -> serve();
        };
        System.out.println("port=" + port);
        System.in.read();
        System.exit(0);
    }

    private static int listen() throws IOException {
        // Lives as long as the process.
        ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("acceptor").start(() -> {
            try {
                while (true) {
                    Socket connection = server.accept();
                    Thread.ofVirtual().start(() -> answerAll(connection));
                }
            } catch (IOException e) {
                throw new IllegalStateException("the acceptor ended", e);
            }
        });
        return server.getLocalPort();
    }

    private static void answerAll(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            for (byte[] body = HttpMessage.readBody(in); body != null; body = HttpMessage.readBody(in)) {
                out.write(HttpMessage.of("HTTP/1.1 200 OK", body));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a connection broke", e);
        }
    }

    private static int serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", EchoServer::echo);
        server.start();
        return server.getAddress().getPort();
    }

    private static void echo(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
